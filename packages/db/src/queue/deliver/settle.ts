import { assertNever, type Instant } from '@highwater/core'
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

/** An attempt with what the rules make of it. */
interface Stepped extends Attempt {
  readonly step: DeliveryStep
}

function stepAfter(attempt: Attempt, now: Instant): Stepped {
  const { claimed, outcome, jitter } = attempt
  const { kind, attempt: number, deadline, mayBeDuplicate, degraded } = claimed
  const repeatsSafely = tellsRepeats(claimed.channelKind)
  const facts = { kind, attempt: number, deadline, mayBeDuplicate, degraded, repeatsSafely }
  return { ...attempt, step: afterAttempt(facts, outcome, now, jitter) }
}

/** An array of arrays cannot be ragged, so that the refused recipients travel as JSON. */
async function recordAttempts(tx: TransactionSql, attempts: readonly Attempt[]): Promise<void> {
  const column = <T>(read: (attempt: Attempt) => T): T[] => attempts.map(read)
  await tx`
    insert into delivery_attempt (notification_id, number, worker, started_at, duration_ms, outcome,
      reason, http_status, provider_code, provider_message, refused)
    select notification_id, number, worker, started_at, duration_ms, outcome, reason, http_status,
      provider_code, provider_message, array(select jsonb_array_elements_text(refused))
    from unnest(
      ${column(({ claimed }) => claimed.id)}::uuid[],
      ${column(({ claimed }) => claimed.attempt)}::int[],
      ${column(({ worker }) => worker)}::text[],
      ${column(({ claimed }) => claimed.claimedAt)}::timestamptz[],
      ${column(({ durationMs }) => Math.round(durationMs))}::int[],
      ${column(({ outcome }) => outcome.kind)}::text[],
      ${column(({ outcome }) => outcome.detail.reason)}::text[],
      ${column(({ outcome }) => outcome.detail.httpStatus)}::int[],
      ${column(({ outcome }) => outcome.detail.providerCode)}::text[],
      ${column(({ outcome }) => outcome.detail.providerMessage)}::text[],
      ${column(({ outcome }) => JSON.stringify(outcome.kind === 'partial' ? outcome.refused : []))}::text[]::jsonb[]
    ) as t (notification_id, number, worker, started_at, duration_ms, outcome, reason, http_status,
      provider_code, provider_message, refused)
    on conflict (notification_id, number) do nothing`
}

const channelGone = {
  deleted: 'channel_deleted',
  disabled: 'channel_disabled',
  kindOff: 'channel_kind_off',
} as const satisfies Record<string, UndeliveredReason>

function stateAfter(step: DeliveryStep): 'delivered' | 'partial' | 'failed' | 'retrying' {
  switch (step.to) {
    case 'delivered':
      return step.partial ? 'partial' : 'delivered'
    case 'failed':
      return 'failed'
    case 'retry':
      return 'retrying'
    default:
      return assertNever(step)
  }
}

/**
 * Moves the notifications on that are still leased to whoever sent them, and answers which these are.
 * A channel that was deleted or disabled meanwhile wants no further attempt.
 */
async function moveNotifications(
  tx: TransactionSql,
  attempts: readonly Stepped[],
): Promise<ReadonlySet<string>> {
  const column = <T>(read: (attempt: Stepped) => T): T[] => attempts.map(read)
  const moved = await tx<{ id: string }[]>`
    update notification n set lease_token = null, lease_until = null, leased_by = null,
      may_be_duplicate = n.may_be_duplicate or t.may_be_duplicate,
      degraded = n.degraded or t.degraded,
      state = case when t.gone is null then t.state else 'cancelled' end,
      reason = coalesce(t.gone, t.reason),
      next_attempt_at = case when t.gone is null then t.next_attempt_at end,
      settled_at = case when t.state = 'retrying' and t.gone is null then null else now() end
    from (
      select t.*, case when t.state <> 'retrying' then null
        when c.deleted_at is not null then ${channelGone.deleted}
        when not c.enabled then ${channelGone.disabled}
        when not c.kind_allowed then ${channelGone.kindOff} end as gone
      from unnest(
        ${column(({ claimed }) => claimed.id)}::uuid[],
        ${column(({ claimed }) => claimed.leaseToken)}::uuid[],
        ${column(({ claimed }) => claimed.channelId)}::uuid[],
        ${column(({ step }) => stateAfter(step))}::text[],
        ${column(({ step }) => (step.to === 'failed' ? step.reason : null))}::text[],
        ${column(({ step }) => (step.to === 'retry' ? step.at : null))}::timestamptz[],
        ${column(({ step }) => String(step.to === 'retry' && step.mayBeDuplicate))}::text[]::boolean[],
        ${column(({ step }) => String(step.to === 'retry' && step.degraded))}::text[]::boolean[]
      ) as t (id, lease_token, channel_id, state, reason, next_attempt_at, may_be_duplicate, degraded)
      left join channel c on c.id = t.channel_id
    ) as t
    where n.id = t.id and n.lease_token = t.lease_token
    returning n.id`
  return new Set(moved.map(({ id }) => id))
}

async function blockRobots(tx: TransactionSql, attempts: readonly Stepped[]): Promise<void> {
  const asked = attempts.flatMap(({ claimed, step }) =>
    step.to === 'delivered' || step.blockChannelUntil === null
      ? []
      : [{ key: claimed.budgetKey, until: step.blockChannelUntil }],
  )
  const inOrder = asked.sort((a, b) => (a.key < b.key ? -1 : 1))
  for (const { key, until } of inOrder) await blockRobot(tx, key, until)
}

export type Settlement = 'settled' | 'lease_lost'

/**
 * Records what became of these attempts and moves their notifications on, in one transaction. Where a
 * lease was lost meanwhile the attempt is kept as evidence and the notification left to its new owner.
 */
export async function settleNotifications(
  db: Database,
  attempts: readonly Attempt[],
): Promise<readonly Settlement[]> {
  return db.sql.begin(async (tx) => {
    const now = await readNowFrom(tx)
    const stepped = attempts.map((attempt) => stepAfter(attempt, now))
    await recordAttempts(tx, stepped)
    const moved = await moveNotifications(tx, stepped)
    const settled = stepped.filter(({ claimed }) => moved.has(claimed.id))
    await blockRobots(tx, settled)
    await noteChannelHealth(
      tx,
      settled.map((attempt) => ({ ...attempt, now })),
    )
    const alerts = await alertsToldBy(tx, [...moved])
    await refreshSendingStatus(tx, alerts)
    const topics: Topic[] = ['deliveries', 'deliver']
    await publishFrom(tx, [...topics, ...alerts.map((id): Topic => `alert:${id}`)])
    return attempts.map(({ claimed }) => (moved.has(claimed.id) ? 'settled' : 'lease_lost'))
  })
}
