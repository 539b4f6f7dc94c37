import type { CloseReason } from '../notify/message.ts'
import type { Instant, Millis } from '../time.ts'
import type { HoldReason } from './hold-reason.ts'

/** What was measured and what was allowed. */
export interface Measure {
  readonly observed: Millis
  readonly threshold: Millis
}

/**
 * What the facts say of one condition at one instant, before any memory of open alerts: in breach;
 * good; not to be judged (an open alert stays as it is); or out of the question (an open alert is
 * closed with the reason). `recheckAt` is when time alone would change the answer.
 */
export type Finding =
  | {
      readonly is: 'breach'
      readonly since: Instant
      readonly measure: Measure
      readonly recheckAt: Instant | null
    }
  | {
      readonly is: 'good'
      readonly reason: HoldReason
      /** Null where there is nothing to measure: what runs has been interrupted for no time. */
      readonly measure: Measure | null
      readonly recheckAt: Instant | null
    }
  | {
      readonly is: 'unjudged'
      readonly reason: HoldReason
      readonly measure: Measure | null
      readonly recheckAt: Instant | null
    }
  | { readonly is: 'inapplicable'; readonly reason: HoldReason; readonly close: CloseReason }

export const unjudged = (reason: HoldReason, recheckAt: Instant | null = null): Finding => ({
  is: 'unjudged',
  reason,
  measure: null,
  recheckAt,
})

export const inapplicable = (
  reason: HoldReason,
  close: CloseReason,
): Extract<Finding, { is: 'inapplicable' }> => ({
  is: 'inapplicable',
  reason,
  close,
})
