import type { AlertGroupId, AlertId, ChannelId, DepartmentId, UserId } from '../ids.ts'
import type { Roles } from '../person/addressed.ts'
import type { Span } from '../silence/span.ts'
import type { Subscription } from '../subscription/subscription.ts'
import type { Instant } from '../time.ts'
import type { Aggregation } from './aggregation.ts'
import type { AlertSubject } from './news.ts'
import type { SuppressionDetail, SuppressionReason } from './suppression.ts'

/**
 * What a channel has heard of an alert so far: the best that became of any message about it.
 * `collected`: a digest that is still being gathered will name it. `ended`: the last thing it heard
 * is that the alert is over.
 */
export const toldStates = [
  'nothing',
  'unsent',
  'collected',
  'in_flight',
  'delivered',
  'unknown',
  'failed',
  'ended',
] as const
export type ToldState = (typeof toldStates)[number]

export interface PlannedChannel {
  readonly id: ChannelId
  readonly name?: string
  readonly enabled: boolean
  /** Channels of its kind are switched off, for everybody or for its department. */
  readonly kindOff?: boolean
  readonly department: DepartmentId | null
  /** The person whose own it is. */
  readonly person?: UserId | null
  /** How it makes one message of alerts that are alike; left out or null for not at all. */
  readonly aggregation?: Aggregation | null
  /** Its provider takes no more messages this month. */
  readonly quotaSpent?: boolean
  /** Where to turn while it is down, or its quota is spent. */
  readonly fallback?: ChannelId | null
}

/** A channel that has heard of an alert, with the subscription through which it did, as that is now. */
export interface LeftBehind {
  readonly channel: ChannelId
  readonly subscription: Subscription
}

/** Why an alert's messages are held back right now, whoever they would go to. */
export interface HeldBack {
  readonly reason: SuppressionReason
  readonly detail: SuppressionDetail
}

/** Everything that planning must know beside the news, loaded once for all of it. */
export interface PlanContext {
  readonly now: Instant
  readonly channels: readonly PlannedChannel[]
  /** The enabled subscriptions; of several that reach a channel, the first says the language. */
  readonly subscriptions: readonly Subscription[]
  readonly members: (group: AlertGroupId) => readonly ChannelId[]
  readonly roles: Roles
  readonly told: (alert: AlertId, channel: ChannelId) => ToldState
  /** Who has heard of an alert although nothing leads there any more; left out for nobody. */
  readonly leftBehind?: (alert: AlertId) => readonly LeftBehind[]
  /**
   * The silence or maintenance window over this alert, if there is one; of one that is over already,
   * what kept it quiet while it lived.
   */
  readonly heldBy: (subject: AlertSubject, lived?: Span) => HeldBack | null
  /**
   * The silence that hid this alert until just now, whose end is about to be told with all that still
   * fires; left out for none.
   */
  readonly heldUntilNow?: (alert: AlertId) => HeldBack | null
}
