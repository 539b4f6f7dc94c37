import type { AlertId, ChannelId, DepartmentId } from '../ids.ts'
import type { AlertSubject } from './news.ts'
import type { SuppressionDetail, SuppressionReason } from './suppression.ts'

/** What a channel has heard of an alert so far: the best that became of any message about it. */
export type ToldState = 'nothing' | 'unsent' | 'in_flight' | 'delivered' | 'unknown' | 'failed'

export interface PlannedChannel {
  readonly id: ChannelId
  readonly enabled: boolean
  readonly department: DepartmentId | null
}

/** Why an alert's messages are held back right now, whoever they would go to. */
export interface HeldBack {
  readonly reason: SuppressionReason
  readonly detail: SuppressionDetail
}

/** Everything that planning must know beside the news, loaded once for all of it. */
export interface PlanContext {
  readonly channels: readonly PlannedChannel[]
  readonly told: (alert: AlertId, channel: ChannelId) => ToldState
  /** The silence or maintenance window over this alert, if there is one. */
  readonly heldBy: (subject: AlertSubject) => HeldBack | null
}
