import { assertNever, type Instant } from '@highwater/core'
import {
  afterAttempt,
  type DeliveryStep,
  type SendOutcome,
  type UndeliveredReason,
} from '@highwater/core/delivery'
import type { MessageKind } from '@highwater/core/notify'
import {
  flagArray,
  instantArray,
  jsonArray,
  plainArray,
  textArray,
} from '../../client/array-literals.ts'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { readNowFrom } from '../../client/now.ts'
import { publishFrom, type Topic } from '../../client/topics.ts'
import { alertsToldBy, refreshSendingStatus } from '../outbox/write-notifications.ts'
import { blockRobot, noteArrivals } from './buckets.ts'
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

interface Moved {
  readonly id: string
  readonly alert_id: string | null
  readonly kind: MessageKind
  /** Something has waited for it, to leave in order. */
  readonly awaited: boolean
}

/**
 * Keeps the attempts and moves the notifications on that are still leased to whoever sent them; it
 * answers which these are. A channel that was deleted or disabled meanwhile wants no further attempt.
 * The refused recipients travel as JSON, as an array of arrays cannot be ragged.
 */
function record(tx: TransactionSql, attempts: readonly Stepped[]): Promise<Moved[]> {
  const column = <T>(read: (attempt: Stepped) => T): T[] => attempts.map(read)
  return tx<Moved[]>`
    with given as materialized (
      select t.*, case when t.state <> 'retrying' then null
        when c.deleted_at is not null then ${channelGone.deleted}
        when not c.enabled then ${channelGone.disabled}
        when not c.kind_allowed then ${channelGone.kindOff} end as gone
      from unnest(
        ${plainArray(column(({ claimed }) => claimed.id))}::uuid[],
        ${plainArray(column(({ claimed }) => claimed.leaseToken))}::uuid[],
        ${plainArray(column(({ claimed }) => claimed.channelId))}::uuid[],
        ${textArray(column(({ step }) => stateAfter(step)))}::text[],
        ${textArray(column(({ step }) => (step.to === 'failed' ? step.reason : null)))}::text[],
        ${instantArray(column(({ step }) => (step.to === 'retry' ? step.at : null)))}::timestamptz[],
        ${flagArray(column(({ step }) => step.to === 'retry' && step.mayBeDuplicate))}::boolean[],
        ${flagArray(column(({ step }) => step.to === 'retry' && step.degraded))}::boolean[],
        ${plainArray(column(({ claimed }) => claimed.attempt))}::int[],
        ${textArray(column(({ worker }) => worker))}::text[],
        ${instantArray(column(({ claimed }) => claimed.claimedAt))}::timestamptz[],
        ${plainArray(column(({ durationMs }) => Math.round(durationMs)))}::int[],
        ${textArray(column(({ outcome }) => outcome.kind))}::text[],
        ${textArray(column(({ outcome }) => outcome.detail.reason))}::text[],
        ${plainArray(column(({ outcome }) => outcome.detail.httpStatus))}::int[],
        ${textArray(column(({ outcome }) => outcome.detail.providerCode))}::text[],
        ${textArray(column(({ outcome }) => outcome.detail.providerMessage))}::text[],
        ${jsonArray(column(({ outcome }) => (outcome.kind === 'partial' ? outcome.refused : null)))}::jsonb[]
      ) as t (id, lease_token, channel_id, state, reason, next_attempt_at, may_be_duplicate, degraded,
        number, worker, started_at, duration_ms, outcome, found, http_status, provider_code,
        provider_message, refused)
      left join channel c on c.id = t.channel_id
    ), kept as (
      insert into delivery_attempt (notification_id, number, worker, started_at, duration_ms, outcome,
        reason, http_status, provider_code, provider_message, refused)
      select id, number, worker, started_at, duration_ms, outcome, found, http_status, provider_code,
        provider_message, array(select jsonb_array_elements_text(refused))
      from given on conflict (notification_id, number) do nothing
    )
    update notification n set lease_token = null,
      may_be_duplicate = n.may_be_duplicate or t.may_be_duplicate is true,
      degraded = n.degraded or t.degraded is true,
      state = case when t.gone is null then t.state else 'cancelled' end,
      reason = coalesce(t.gone, t.reason),
      next_attempt_at = case when t.gone is null then t.next_attempt_at end,
      settled_at = case when t.state = 'retrying' and t.gone is null then null else now() end
    from given t where n.id = t.id and n.lease_token = t.lease_token
    returning n.id, n.alert_id, n.kind, n.kind = 'digest' or exists (
      select from notification newer
      where newer.alert_id = n.alert_id and newer.channel_id = n.channel_id
        and newer.sequence > n.sequence and newer.state in ('pending', 'retrying')
    ) as awaited`
}

/** The alerts that these tell of; only a digest's have to be asked for. */
async function alertsOf(tx: TransactionSql, moved: readonly Moved[]): Promise<readonly string[]> {
  const own = moved.flatMap((row) => row.alert_id ?? [])
  const digests = moved.filter(({ kind }) => kind === 'digest').map(({ id }) => id)
  const named = digests.length === 0 ? [] : await alertsToldBy(tx, digests)
  return [...new Set([...own, ...named])]
}

async function blockRobots(tx: TransactionSql, attempts: readonly Stepped[]): Promise<void> {
  const asked = attempts.flatMap(({ claimed, step }) =>
    step.blockChannelUntil === null
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
    const moved = await record(tx, stepped)
    const ids = new Set(moved.map(({ id }) => id))
    const settled = stepped.filter(({ claimed }) => ids.has(claimed.id))
    await blockRobots(tx, settled)
    const answered = attempts.map(({ claimed }) => claimed)
    // One after the other on the wire: a claim too locks robots before channels.
    await Promise.all([
      noteArrivals(tx, answered, now),
      noteChannelHealth(
        tx,
        settled.map((attempt) => ({ ...attempt, now })),
      ),
    ])
    const alerts = await alertsOf(tx, moved)
    const topics: Topic[] = ['deliveries']
    if (moved.some(({ awaited }) => awaited)) topics.push('deliver')
    // One after the other on the wire, in one journey.
    await Promise.all([
      refreshSendingStatus(tx, alerts),
      publishFrom(tx, [...topics, ...alerts.map((id): Topic => `alert:${id}`)]),
    ])
    return attempts.map(({ claimed }) => (ids.has(claimed.id) ? 'settled' : 'lease_lost'))
  })
}
