import type { notificationStates } from '../../schema/index.ts'

export type NotificationState = (typeof notificationStates)[number]
