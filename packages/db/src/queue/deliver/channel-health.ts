import type { DeliveryStep, SendOutcome } from '@highwater/core/delivery'
import type { TransactionSql } from '../../client/connect.ts'
import { publishFrom } from '../../client/topics.ts'
import type { Claimed } from './claim.ts'

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
      update channel set health = 'working', health_reason = null, last_delivered_at = now()
      where id = ${claimed.channelId}`
    return
  }
  const attention = step.to === 'failed' && step.channelNeedsAttention
  await tx`
    update channel set last_failed_at = now(), health_reason = ${outcome.detail.reason},
      health = ${attention ? 'needs_attention' : tx`health`}
    where id = ${claimed.channelId}`
  if (attention) await publishFrom(tx, ['channels'])
}
