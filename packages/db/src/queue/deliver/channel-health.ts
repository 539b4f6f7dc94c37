import type { Instant } from '@highwater/core'
import {
  afterVerdict,
  type Breaker,
  channelVerdict,
  type DeliveryStep,
  type SendOutcome,
} from '@highwater/core/delivery'
import type { TransactionSql } from '../../client/connect.ts'
import { publishFrom } from '../../client/topics.ts'
import { readParameters } from '../read-parameters.ts'
import type { Claimed } from './claim.ts'

export interface Verdict {
  readonly claimed: Pick<Claimed, 'channelId' | 'testId' | 'claimedAt'>
  readonly outcome: SendOutcome
  readonly step: DeliveryStep
  readonly now: Instant
  /** In [0, 1): where in its rung the next probe falls. */
  readonly jitter: number
}

/**
 * A delivered test vouches for exactly the settings it was sent with, and where the channel has
 * these, for the channel: whoever mended the other end need not wait for the next probe.
 */
async function noteTest(tx: TransactionSql, testId: string) {
  const [tested] = await tx<{ channel: string }[]>`
    with t as (
      update channel_test set delivered_at = now() where id = ${testId}
      returning channel_id, fingerprint
    )
    select c.id as channel from t
    join channel c on c.id = t.channel_id and c.fingerprint = t.fingerprint and c.deleted_at is null`
  if (tested) await noteDelivered(tx, tested.channel)
}

/** It works. If it was cut off, what has waited meanwhile is put in order before it is sent. */
async function noteDelivered(tx: TransactionSql, channel: string) {
  const [before] = await tx<{ breaker_opened_at: Instant | null }[]>`
    with before as (select id, breaker_opened_at from channel where id = ${channel} for no key update)
    update channel c set health = 'working', health_reason = null, last_delivered_at = now(),
      failures = 0, failing_since = null, probes = 0, probe_at = null, breaker_opened_at = null,
      catch_up_since = coalesce(c.catch_up_since, before.breaker_opened_at),
      due_at = case when failing_since is not null then now() else due_at end
    from before where c.id = before.id
    returning before.breaker_opened_at`
  if (before && before.breaker_opened_at !== null) await publishFrom(tx, ['channels'])
}

async function noteUndelivered(tx: TransactionSql, channel: string, verdict: Verdict) {
  const { claimed, outcome, step, now, jitter } = verdict
  const [before] = await tx<Breaker[]>`
    select failures, failing_since as "failingSince", breaker_opened_at as "openedAt", probes,
      probe_at as "probeAt"
    from channel where id = ${channel} for no key update`
  if (!before) return
  const { channelDownFailures: opensAfter } = await readParameters(tx)
  const rules = { now, opensAfter, jitter }
  const says = channelVerdict(outcome)
  const after = afterVerdict(before, says, claimed.claimedAt, rules)
  const attention = step.to === 'failed' && step.channelNeedsAttention
  await tx`
    update channel set last_failed_at = now(), health_reason = ${outcome.detail.reason},
      health = ${attention ? 'needs_attention' : tx`health`},
      failures = ${after.failures}, failing_since = ${after.failingSince},
      breaker_opened_at = ${after.openedAt}, probes = ${after.probes}, probe_at = ${after.probeAt},
      due_at = case when ${says === 'fails'} then coalesce(due_at, now()) else due_at end
    where id = ${channel}`
  if (attention || before.openedAt !== after.openedAt) await publishFrom(tx, ['channels'])
}

/**
 * Keeps what the last attempts say of a channel: working, in need of somebody's attention, or cut
 * off until a probe arrives (C11).
 */
export async function noteChannelHealth(tx: TransactionSql, verdict: Verdict): Promise<void> {
  const { claimed, step } = verdict
  if (claimed.testId !== null) {
    if (step.to === 'delivered') await noteTest(tx, claimed.testId)
    return
  }
  if (claimed.channelId === null) return
  if (step.to === 'delivered') await noteDelivered(tx, claimed.channelId)
  else await noteUndelivered(tx, claimed.channelId, verdict)
}
