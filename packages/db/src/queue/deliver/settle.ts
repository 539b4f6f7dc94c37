import { assertNever } from '@highwater/core'
import {
  afterAttempt,
  type DeliveryStep,
  type SendOutcome,
  type UndeliveredReason,
} from '@highwater/core/delivery'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { readNowFrom } from '../../client/now.ts'
import { publishFrom, type Topic } from '../../client/topics.ts'
import { alertsToldBy, refreshSendingStatus } from '../outbox/write-notifications.ts'
import { blockRobot } from './buckets.ts'
import { noteChannelHealth } from './channel-health.ts'
import type { Claimed } from './claim.ts'
import { tellsRepeats } from './tells-repeats.ts'

export interface Attempt {
  readonly claimed: Claimed
  readonly outcome: SendOutcome
  readonly worker: string
  readonly durationMs: number
  /** In [0, 1): where in the retry's window it falls. */
  readonly jitter: number
}

async function recordAttempt(
  tx: TransactionSql,
  { claimed, outcome, worker, durationMs }: Attempt,
) {
  const { detail } = outcome
  await tx`
    insert into delivery_attempt (notification_id, number, worker, started_at, duration_ms, outcome,
      reason, http_status, provider_code, provider_message, refused)
    values (${claimed.id}, ${claimed.attempt}, ${worker}, ${claimed.claimedAt},
      ${Math.round(durationMs)}, ${outcome.kind}, ${detail.reason}, ${detail.httpStatus},
      ${detail.providerCode}, ${detail.providerMessage},
      ${outcome.kind === 'partial' ? (outcome.refused as string[]) : []})
    on conflict (notification_id, number) do nothing`
}

const channelGone = {
  deleted: 'channel_deleted',
  disabled: 'channel_disabled',
} as const satisfies Record<string, UndeliveredReason>

async function moveNotification(
  tx: TransactionSql,
  claimed: Claimed,
  step: DeliveryStep,
): Promise<boolean> {
  const settled = (state: string, reason: string | null) => tx`
    update notification set state = ${state}, reason = ${reason}, settled_at = now(),
      lease_token = null, lease_until = null, leased_by = null
    where id = ${claimed.id} and lease_token = ${claimed.leaseToken}`
  switch (step.to) {
    case 'delivered':
      return (await settled(step.partial ? 'partial' : 'delivered', null)).count === 1
    case 'failed':
      return (await settled('failed', step.reason)).count === 1
    case 'retry': {
      // A channel that was deleted or disabled meanwhile wants nothing more.
      const moved = await tx`
        update notification n set may_be_duplicate = n.may_be_duplicate or ${step.mayBeDuplicate},
          degraded = ${step.degraded},
          lease_token = null, lease_until = null, leased_by = null,
          state = case when gone.id is null then 'retrying' else 'cancelled' end,
          reason = case when gone.deleted_at is not null then ${channelGone.deleted}
            when gone.id is not null then ${channelGone.disabled} end,
          next_attempt_at = case when gone.id is null then ${step.at}::timestamptz end,
          settled_at = case when gone.id is null then null else now() end
        from (select ${claimed.channelId}::uuid as wanted) as sent
        left join channel gone on gone.id = sent.wanted
          and (gone.deleted_at is not null or not gone.enabled)
        where n.id = ${claimed.id} and n.lease_token = ${claimed.leaseToken}`
      return moved.count === 1
    }
    default:
      return assertNever(step)
  }
}

/**
 * Records what became of an attempt and moves its notification on. When the lease was lost meanwhile
 * the attempt is kept as evidence and the notification is left to its new owner.
 */
export async function settleNotification(
  db: Database,
  attempt: Attempt,
): Promise<'settled' | 'lease_lost'> {
  const { claimed, outcome, jitter } = attempt
  return db.sql.begin(async (tx) => {
    const now = await readNowFrom(tx)
    const { kind, attempt: number, deadline, mayBeDuplicate, degraded } = claimed
    const repeatsSafely = tellsRepeats(claimed.channelKind)
    const facts = { kind, attempt: number, deadline, mayBeDuplicate, degraded, repeatsSafely }
    const step = afterAttempt(facts, outcome, now, jitter)
    await recordAttempt(tx, attempt)
    if (!(await moveNotification(tx, claimed, step))) return 'lease_lost'
    if (step.to !== 'delivered' && step.blockChannelUntil !== null) {
      await blockRobot(tx, claimed.budgetKey, step.blockChannelUntil)
    }
    await noteChannelHealth(tx, { claimed, outcome, step, now, jitter })
    const topics: Topic[] = ['deliveries', 'deliver']
    const alerts = await alertsToldBy(tx, [claimed.id])
    await refreshSendingStatus(tx, alerts)
    topics.push(...alerts.map((id): Topic => `alert:${id}`))
    await publishFrom(tx, topics)
    return 'settled'
  })
}
