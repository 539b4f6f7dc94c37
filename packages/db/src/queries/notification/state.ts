import type { Instant } from '@highwater/core'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { notification, type notificationStates } from '../../schema/index.ts'

export type NotificationState = (typeof notificationStates)[number]

/** What waits and what is being sent is little, and found where it is listed. */
const listed = (state: NotificationState): SQL => {
  switch (state) {
    case 'pending':
    case 'retrying':
      return sql`${notification.id} in (select id from notification_waiting)`
    case 'sending':
      return sql`${notification.id} in (select unnest(notification_ids) from delivery_claim)`
    case 'delivered':
      return eq(notification.ending, 'usual')
    default:
      return eq(notification.ending, state)
  }
}

/** Notifications of one state, by an index or a list of them. */
export const inState = (state: NotificationState): SQL | undefined =>
  and(listed(state), eq(notification.state, state))

/** What is being sent keeps the time at which it was due, which is not that of a next attempt. */
export const nextAttemptAt = sql<Instant | null>`
  case when ${notification.state} <> 'sending' then ${notification.nextAttemptAt} end`
