import type { NotificationId } from '@highwater/core'
import { getNotification } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { notificationAnswer } from './notification-answer.ts'

export const getNotificationOperation = defineOperation({
  method: 'GET',
  path: '/notifications/{id}',
  id: 'getNotification',
  tag: 'notifications',
  summary: 'Read one message with its attempts',
  access: 'notification.read',
  status: 200,
  answer: notificationAnswer,
  handle: ({ services, viewer, params }) =>
    getNotification(services.db, viewer, params.id as NotificationId),
})
