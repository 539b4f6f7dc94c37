import { assertNever } from '@highwater/core'
import type { DeliveryStep, SendOutcome, UndeliveredReason } from '@highwater/core/delivery'
import {
  flagArray,
  instantArray,
  jsonArray,
  plainArray,
  textArray,
} from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'
import type { Claimed } from './claim.ts'

export interface Attempt {
  readonly claimed: Claimed
  readonly outcome: SendOutcome
  readonly worker: string
  readonly durationMs: number
  /** In [0, 1): where in the retry's window it falls. */
  readonly jitter: number
}

/** An attempt with what the rules make of it. */
export interface Stepped extends Attempt {
  readonly step: DeliveryStep
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

/** What has come of a batch. */
export interface Moved {
  /** Null where all were settled, which is the rule. */
  readonly settled: readonly string[] | null
  readonly alerts: readonly string[]
  readonly digests: readonly string[]
  /** Something has waited for one of them, to leave in order. */
  readonly awaited: boolean
}

/** What attempts of one claim share, and at which position of the claims each finds it. */
function claimsOf(attempts: readonly Stepped[]) {
  const claims = [...new Map(attempts.map((each) => [each.claimed.leaseToken, each])).values()]
  const positions = new Map(claims.map(({ claimed }, index) => [claimed.leaseToken, index + 1]))
  return { claims, positionOf: (token: string) => positions.get(token) ?? 0 }
}

/**
 * Keeps the attempts and moves the notifications on that are still leased to whoever sent them; it
 * answers which these are. A channel that was deleted or disabled meanwhile wants no further attempt.
 * The refused recipients travel as JSON, as an array of arrays cannot be ragged.
 */
export async function recordAttempts(
  tx: TransactionSql,
  attempts: readonly Stepped[],
): Promise<Moved> {
  const column = <T>(read: (attempt: Stepped) => T): T[] => attempts.map(read)
  const { claims, positionOf } = claimsOf(attempts)
  const [moved] = await tx<Moved[]>`
    with given as materialized (
      select t.*, (${plainArray(claims.map(({ claimed }) => claimed.leaseToken))}::uuid[])[claim] as lease_token,
        (${textArray(claims.map(({ worker }) => worker))}::text[])[claim] as worker,
        (${instantArray(claims.map(({ claimed }) => claimed.claimedAt))}::timestamptz[])[claim] as started_at,
        case when c.deleted_at is not null then ${channelGone.deleted}
          when not c.enabled then ${channelGone.disabled}
          when not c.kind_allowed then ${channelGone.kindOff} end as gone
      from unnest(
        ${plainArray(column(({ claimed }) => claimed.id))}::uuid[],
        ${plainArray(column(({ claimed }) => positionOf(claimed.leaseToken)))}::int[],
        ${plainArray(column(({ claimed, step }) => (step.to === 'retry' ? claimed.channelId : null)))}::uuid[],
        ${textArray(column(({ step }) => stateAfter(step)))}::text[],
        ${textArray(column(({ step }) => (step.to === 'failed' ? step.reason : null)))}::text[],
        ${instantArray(column(({ step }) => (step.to === 'retry' ? step.at : null)))}::timestamptz[],
        ${flagArray(column(({ step }) => step.to === 'retry' && step.mayBeDuplicate))}::boolean[],
        ${flagArray(column(({ step }) => step.to === 'retry' && step.degraded))}::boolean[],
        ${plainArray(column(({ claimed }) => claimed.attempt))}::int[],
        ${plainArray(column(({ durationMs }) => Math.round(durationMs)))}::int[],
        ${textArray(column(({ outcome }) => outcome.kind))}::text[],
        ${textArray(column(({ outcome }) => outcome.detail.reason))}::text[],
        ${plainArray(column(({ outcome }) => outcome.detail.httpStatus))}::int[],
        ${textArray(column(({ outcome }) => outcome.detail.providerCode))}::text[],
        ${textArray(column(({ outcome }) => outcome.detail.providerMessage))}::text[],
        ${jsonArray(column(({ outcome }) => (outcome.kind === 'partial' ? outcome.refused : null)))}::jsonb[]
      ) as t (id, claim, retried_by, state, reason, next_attempt_at, may_be_duplicate, degraded,
        number, duration_ms, outcome, found, http_status, provider_code, provider_message, refused)
      left join channel c on c.id = t.retried_by
    ), kept as (
      insert into delivery_attempt (notification_id, number, worker, started_at, duration_ms, outcome,
        reason, http_status, provider_code, provider_message, refused)
      select id, number, worker, started_at, duration_ms, outcome, found, http_status, provider_code,
        provider_message, array(select jsonb_array_elements_text(refused))
      from given on conflict (notification_id, number) do nothing
    ), moved as (
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
      ) as awaited
    )
    select case when count(*) < ${attempts.length} then coalesce(json_agg(id), '[]') end as settled,
      coalesce(json_agg(distinct alert_id) filter (where alert_id is not null), '[]') as alerts,
      coalesce(json_agg(id) filter (where kind = 'digest'), '[]') as digests,
      coalesce(bool_or(awaited), false) as awaited
    from moved`
  if (moved === undefined) throw new Error('A select of sums gave no row.')
  return moved
}
