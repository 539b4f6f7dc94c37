import type { Condition } from '../alert/event.ts'
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
