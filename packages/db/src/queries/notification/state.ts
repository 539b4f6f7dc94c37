import type { Instant } from '@highwater/core'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { notification, type notificationStates } from '../../schema/index.ts'

export type NotificationState = (typeof notificationStates)[number]

const phaseOf = (state: NotificationState): string =>
  state === 'pending' || state === 'sending' || state === 'retrying' ? 'open' : state

/** Notifications of one state, by the index of their phase. */
export const inState = (state: NotificationState): SQL | undefined =>
  and(eq(notification.phase, phaseOf(state)), eq(notification.state, state))

/** What is being sent keeps the time at which it was due, which is not that of a next attempt. */
export const nextAttemptAt = sql<Instant | null>`
  case when ${notification.state} <> 'sending' then ${notification.nextAttemptAt} end`
