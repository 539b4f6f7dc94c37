import { assertNever } from '../assert-never.ts'
import type { MessageKind } from '../notify/message.ts'
import { type Instant, plus } from '../time.ts'
import type { SendOutcome } from './outcome.ts'
import { retryDelay } from './retry.ts'

export interface DeliveryFacts {
  readonly kind: MessageKind
  /** 1 for the attempt that has just ended, if it was the first. */
  readonly attempt: number
  readonly deadline: Instant
  /** An earlier attempt ended without a readable answer. */
  readonly mayBeDuplicate: boolean
}

/** What becomes of a notification after an attempt. */
export type DeliveryStep =
  | { readonly to: 'delivered'; readonly partial: boolean }
  | {
      readonly to: 'retry'
      readonly at: Instant
      readonly mayBeDuplicate: boolean
      /** The whole robot must be left alone until then. */
      readonly blockChannelUntil: Instant | null
    }
  | { readonly to: 'failed'; readonly reason: string; readonly channelNeedsAttention: boolean }

const failed = (reason: string, channelNeedsAttention = false): DeliveryStep => ({
  to: 'failed',
  reason,
  channelNeedsAttention,
})

function retry(
  facts: DeliveryFacts,
  at: Instant,
  detail: { mayBeDuplicate?: boolean; blockChannelUntil?: Instant } = {},
): DeliveryStep {
  if (at > facts.deadline) return failed('deadline_passed')
  return {
    to: 'retry',
    at,
    mayBeDuplicate: detail.mayBeDuplicate ?? false,
    blockChannelUntil: detail.blockChannelUntil ?? null,
  }
}

/**
 * What to do after an attempt (C6, C8). A test is never retried: its sender is watching. After an
 * unknown outcome news is repeated once, marked as a possible duplicate, and a repeat not at all.
 */
export function afterAttempt(
  facts: DeliveryFacts,
  outcome: SendOutcome,
  now: Instant,
  jitter: number,
): DeliveryStep {
  const { reason } = outcome.detail
  if (outcome.kind === 'delivered') return { to: 'delivered', partial: false }
  if (outcome.kind === 'partial') return { to: 'delivered', partial: true }
  const attention = outcome.kind === 'rejected' && needsAttention[outcome.fault]
  if (facts.kind === 'test') return failed(reason, attention)
  const next = plus(now, retryDelay(facts.attempt, jitter))
  switch (outcome.kind) {
    case 'throttled': {
      const at = outcome.retryAt ?? next
      return retry(facts, at, { blockChannelUntil: at })
    }
    case 'transient':
      return retry(facts, next)
    case 'rejected':
      return failed(reason, attention)
    case 'unknown':
      return facts.kind === 'repeat' || facts.mayBeDuplicate
        ? failed('unknown')
        : retry(facts, next, { mayBeDuplicate: true })
    default:
      return assertNever(outcome)
  }
}

/** Whether a refusal concerns the channel as a whole rather than this one message. */
const needsAttention = {
  credentials: true,
  settings: true,
  'forbidden-address': true,
  content: false,
  recipient: false,
} as const
