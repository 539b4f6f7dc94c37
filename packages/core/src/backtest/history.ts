import type { Condition } from '../alert/event.ts'
import type { CloseReason } from '../notify/message.ts'
import type { Signal } from '../project/signal.ts'
import type { Instant, Millis } from '../time.ts'

/**
 * Some time of which only figures are kept: the worst latency, held to be that at `at`, and the last
 * one, held to be that at `until`. A minute, or any longer time that was quiet throughout.
 */
export interface Stretch {
  readonly is: 'stretch'
  readonly at: Instant
  readonly until: Instant
  readonly max: Millis
  readonly last: Millis
  /** The last latency is a position's: it grows by itself until something newer is known. */
  readonly byPosition: boolean
}

/** Signals as they came, or what the history by minute and hour has instead; in the order of time. */
export type HistorySpan = Stretch | { readonly is: 'signal'; readonly signal: Signal }

/** Only these depend on the thresholds of a protection level, so only these are counted. */
export const countedConditions = ['latency', 'interruption'] as const satisfies Condition[]
export type CountedCondition = (typeof countedConditions)[number]

export const isCounted = (condition: Condition): condition is CountedCondition =>
  countedConditions.some((counted) => counted === condition)

/** An alert that the history would have raised. */
export interface ReplayedAlert {
  readonly condition: CountedCondition
  readonly openedAt: Instant
  /** Null when it was still open at the end. */
  readonly closedAt: Instant | null
  readonly peak: Millis
}

/** An alert of whatever condition, from its beginning to where the replay left it. */
export interface Episode {
  readonly condition: Condition
  /** When the breach began; `openedAt` is when it would have been told. */
  readonly since: Instant
  readonly openedAt: Instant
  /** Since when it is good again, where it still waits to be closed. */
  readonly recoveringSince: Instant | null
  /** Null when it was still open at the end. */
  readonly closedAt: Instant | null
  readonly closeReason: CloseReason | null
  /** What was measured, and allowed, as it opened. */
  readonly observed: Millis
  readonly threshold: Millis
  readonly peak: Millis
  /** The source's own words at the time. */
  readonly message: string | null
}
