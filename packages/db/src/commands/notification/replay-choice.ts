import type { NotificationId } from '@highwater/core'
import type { ReplayRefusal } from '@highwater/core/delivery'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { type NotificationFilter, notificationFilter } from '../../queries/notification/filters.ts'

/** So many are replayed at once, so that no receiver is flooded by a slip; the rest by asking again. */
export const mostReplayed = 500

/** The messages to replay: those that somebody picked, or the failed ones that a filter finds. */
export type ReplayChoice =
  | { readonly notifications: readonly NotificationId[] }
  | { readonly filter: NotificationFilter }

export const pickedNotifications = z
  .array(idInput<'notification'>())
  .min(1, 'Name at least one message.')
  .max(mostReplayed, `Name at most ${mostReplayed} messages, or use a filter.`)

export const replayChoice: z.ZodType<ReplayChoice> = z.union(
  [
    z.strictObject({ notifications: pickedNotifications }),
    z.strictObject({ filter: notificationFilter }),
  ],
  { error: 'Name either "notifications" (a list of ids) or a "filter".' },
)

/** A message that was not replayed, and why. */
export interface NotReplayed {
  readonly notification: NotificationId
  /** Null where there is none, or none that may be seen. */
  readonly name: string | null
  readonly code: ReplayRefusal
  readonly message: string
}

export interface Replayed {
  readonly replayed: number
  readonly notReplayed: readonly NotReplayed[]
  /** The filter finds more that can be replayed than are at once. */
  readonly more: boolean
}
