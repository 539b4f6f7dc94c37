import { assertNever } from '@highwater/core'
import { type DeliveryStep, faultIsOfChannel, type SendOutcome } from '@highwater/core/delivery'
import type { TransactionSql } from '../../client/connect.ts'
import { publishFrom } from '../../client/topics.ts'
import type { Claimed } from './claim.ts'

/**
 * Whether a failure says something of the channel as a whole. A provider that throttles works, and
 * so does one that refuses this message or this recipient.
 */
function speaksOfChannel(outcome: SendOutcome): boolean {
  switch (outcome.kind) {
    case 'transient':
    case 'unknown':
      return true
    case 'rejected':
      return faultIsOfChannel[outcome.fault]
    case 'throttled':
    case 'delivered':
    case 'partial':
      return false
    default:
      return assertNever(outcome)
  }
}

/**
 * Keeps what the last attempts say of a channel: working, or in need of somebody's attention. A
 * delivered test vouches for exactly the settings it was sent with.
 */
export async function noteChannelHealth(
  tx: TransactionSql,
  claimed: Claimed,
  outcome: SendOutcome,
  step: DeliveryStep,
): Promise<void> {
  if (step.to === 'delivered' && claimed.testId !== null) {
    await tx`update channel_test set delivered_at = now() where id = ${claimed.testId}`
    return
  }
  if (claimed.channelId === null) return
  if (step.to === 'delivered') {
    await tx`
      update channel set health = 'working', health_reason = null, last_delivered_at = now(),
        failures = 0, failing_since = null,
        due_at = case when failing_since is not null then now() else due_at end
      where id = ${claimed.channelId}`
    return
  }
  const counts = speaksOfChannel(outcome)
  const attention = step.to === 'failed' && step.channelNeedsAttention
  await tx`
    update channel set last_failed_at = now(), health_reason = ${outcome.detail.reason},
      health = ${attention ? 'needs_attention' : tx`health`},
      failures = failures + ${counts ? 1 : 0},
      failing_since = case when ${counts} then coalesce(failing_since, now()) else failing_since end,
      due_at = case when ${counts} then coalesce(due_at, now()) else due_at end
    where id = ${claimed.channelId}`
  if (attention) await publishFrom(tx, ['channels'])
}
