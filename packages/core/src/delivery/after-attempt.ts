import { assertNever } from '../assert-never.ts'
import type { MessageKind } from '../notify/message.ts'
import { type Instant, latest, millis, plus } from '../time.ts'
import { faultIsOfChannel, type SendOutcome } from './outcome.ts'
import { longestDelay, retryDelay } from './retry.ts'
import type { UndeliveredReason } from './undelivered.ts'

export interface DeliveryFacts {
  readonly kind: MessageKind
  /** 1 for the attempt that has just ended, if it was the first. */
  readonly attempt: number
  readonly deadline: Instant
  /** An earlier attempt ended without a readable answer. */
  readonly mayBeDuplicate: boolean
  /** It is sent shorter and plainer already, as its content was refused once. */
  readonly degraded: boolean
  /** The provider tells a repeated delivery by its id, so that sending again does no harm. */
  readonly repeatsSafely: boolean
}

/** What becomes of a notification after an attempt. */
export type DeliveryStep =
  | {
      readonly to: 'delivered'
      readonly partial: boolean
      readonly blockChannelUntil: Instant | null
    }
  | {
      readonly to: 'retry'
      readonly at: Instant
      readonly mayBeDuplicate: boolean
      /** From now on shorter and plainer: the provider refused what it said, or how. */
      readonly degraded: boolean
      /** The whole robot must be left alone until then. */
      readonly blockChannelUntil: Instant | null
    }
  | {
      readonly to: 'failed'
      readonly reason: string
      readonly channelNeedsAttention: boolean
      readonly blockChannelUntil: Instant | null
    }

type Failure = Partial<Omit<Extract<DeliveryStep, { to: 'failed' }>, 'to' | 'reason'>>

const failed = (reason: string, detail: Failure = {}): DeliveryStep => ({
  to: 'failed',
  reason,
  channelNeedsAttention: detail.channelNeedsAttention ?? false,
  blockChannelUntil: detail.blockChannelUntil ?? null,
})

/** Given up by us, whatever the receiver said last. */
const givenUp = (reason: UndeliveredReason, detail: Failure = {}): DeliveryStep =>
  failed(reason, detail)

/** Until when a provider that throttles is left alone: as it said, else the whole rung, unshortened. */
function throttledUntil(told: Instant | null, attempt: number, now: Instant): Instant {
  const soonest = plus(now, millis(1))
  return told !== null && told >= soonest ? told : plus(now, longestDelay(attempt))
}

/** What news that ended so for the first time is tried again after, and a test is not. */
export const retriedOutcomes: ReadonlySet<SendOutcome['kind']> = new Set([
  'throttled',
  'transient',
  'unknown',
])

/**
 * What to do after an attempt (C6, C8). A test is never retried: its sender is watching. After an
 * unknown outcome news is repeated once, marked as a possible duplicate, and a repeat not at all,
 * unless the provider knows repeats. Refused content is tried once more in its plainest form.
 * @param jitter in [0, 1)
 */
export function afterAttempt(
  facts: DeliveryFacts,
  outcome: SendOutcome,
  now: Instant,
  jitter: number,
): DeliveryStep {
  const { kind, attempt, deadline, mayBeDuplicate, degraded } = facts
  const { reason } = outcome.detail
  const inTime = (at: Instant, mark: boolean, blockChannelUntil: Instant | null): DeliveryStep =>
    at > deadline
      ? givenUp('deadline_passed', { blockChannelUntil })
      : { to: 'retry', at, mayBeDuplicate: mark, degraded, blockChannelUntil }
  const next = plus(now, retryDelay(attempt, jitter))
  switch (outcome.kind) {
    case 'delivered':
      return { to: 'delivered', partial: false, blockChannelUntil: null }
    case 'partial':
      return { to: 'delivered', partial: true, blockChannelUntil: outcome.retryAt ?? null }
    case 'throttled': {
      const until = throttledUntil(outcome.retryAt, attempt, now)
      if (kind === 'test') return failed(reason, { blockChannelUntil: until })
      return inTime(until, mayBeDuplicate, until)
    }
    case 'transient': {
      if (kind === 'test') return failed(reason)
      // Too early is better than never.
      const { notBefore = next } = outcome
      return inTime(notBefore > deadline ? next : latest(next, notBefore), mayBeDuplicate, null)
    }
    case 'rejected':
      if (outcome.fault === 'content' && kind !== 'test' && !degraded) {
        return { to: 'retry', at: now, mayBeDuplicate, degraded: true, blockChannelUntil: null }
      }
      return failed(reason, { channelNeedsAttention: faultIsOfChannel[outcome.fault] })
    case 'unknown':
      if (kind === 'test') return failed(reason)
      return !facts.repeatsSafely && (kind === 'repeat' || mayBeDuplicate)
        ? givenUp('unknown')
        : inTime(next, true, null)
    default:
      return assertNever(outcome)
  }
}
