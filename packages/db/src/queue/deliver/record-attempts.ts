import { assertNever } from '@highwater/core'
import type { DeliveryStep, SendOutcome } from '@highwater/core/delivery'
import {
  flagArray,
  instantArray,
  jsonArray,
  plainArray,
  textArray,
} from '../../client/array-literals.ts'
import { parameterOf, uuidArray } from '../../client/binary-arrays.ts'
import type { TransactionSql } from '../../client/connect.ts'
import type { Withdrawal } from '../../schema/notification.ts'
import type { Leased } from './claim.ts'
import { inCommon } from './in-common.ts'
import { whyGone } from './why-gone.ts'

export interface Attempt {
  readonly claimed: Leased
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
  /** What was taken back while it was being sent, has not arrived and is not tried again; what it became. */
  readonly withdrawn: readonly { readonly id: string; readonly state: Withdrawal['state'] }[]
  /** Something has waited for one of them, to leave in order. */
  readonly awaited: boolean
}

/** A part of it has arrived: whatever becomes of the rest, some of its alerts may be known there. */
const hasBegun = (outcome: SendOutcome): boolean => 'inPart' in outcome && outcome.inPart === true

/** What has come of an attempt, which most of a batch share word for word. */
function fateOf({ claimed, step, outcome }: Stepped) {
  const { reason, httpStatus, providerCode, providerMessage } = outcome.detail
  return {
    retriedBy: step.to === 'retry' ? claimed.channelId : null,
    state: stateAfter(step),
    reason: step.to === 'failed' ? step.reason : null,
    retryAt: step.to === 'retry' ? step.at : null,
    mayBeDuplicate: (step.to === 'retry' && step.mayBeDuplicate) || hasBegun(outcome),
    degraded: step.to === 'retry' && step.degraded,
    outcome: outcome.kind,
    found: reason,
    httpStatus,
    providerCode,
    providerMessage,
    refused: outcome.kind === 'partial' ? outcome.refused : null,
  }
}

/**
 * Keeps the attempts and moves the notifications on that are still leased to whoever sent them; it
 * answers which these are. A channel that is gone by now wants no further attempt, and what was taken
 * back meanwhile gets none.
 * The refused recipients travel as JSON, as an array of arrays cannot be ragged.
 */
export async function recordAttempts(
  tx: TransactionSql,
  attempts: readonly Stepped[],
): Promise<Moved> {
  const column = <T>(read: (attempt: Stepped) => T): T[] => attempts.map(read)
  const claims = inCommon(
    attempts,
    (attempt) => attempt,
    ({ claimed }) => claimed.leaseToken,
  )
  const fates = inCommon(attempts, fateOf, JSON.stringify)
  const fate = <T>(read: (fate: ReturnType<typeof fateOf>) => T): T[] => fates.all.map(read)
  const [moved] = await tx<Moved[]>`
    with given as materialized (
      select t.id, t.number, t.duration_ms, claim.lease_token, claim.worker, claim.started_at, fate.*,
        ${tx.unsafe(whyGone)} as gone
      from unnest(
        ${parameterOf(tx, uuidArray(column(({ claimed }) => claimed.id)))}::uuid[],
        ${plainArray(column(({ claimed }) => claimed.attempt))}::int[],
        ${plainArray(column(({ durationMs }) => Math.round(durationMs)))}::int[],
        ${plainArray(claims.placeOf)}::int[],
        ${plainArray(fates.placeOf)}::int[]
      ) as t (id, number, duration_ms, claim, fate)
      join unnest(
        ${plainArray(claims.all.map(({ claimed }) => claimed.leaseToken))}::uuid[],
        ${textArray(claims.all.map(({ worker }) => worker))}::text[],
        ${instantArray(claims.all.map(({ claimed }) => claimed.claimedAt))}::timestamptz[]
      ) with ordinality as claim (lease_token, worker, started_at, place) on claim.place = t.claim
      join unnest(
        ${plainArray(fate(({ retriedBy }) => retriedBy))}::uuid[],
        ${textArray(fate(({ state }) => state))}::text[],
        ${textArray(fate(({ reason }) => reason))}::text[],
        ${instantArray(fate(({ retryAt }) => retryAt))}::timestamptz[],
        ${flagArray(fate(({ mayBeDuplicate }) => mayBeDuplicate))}::boolean[],
        ${flagArray(fate(({ degraded }) => degraded))}::boolean[],
        ${textArray(fate(({ outcome }) => outcome))}::text[],
        ${textArray(fate(({ found }) => found))}::text[],
        ${plainArray(fate(({ httpStatus }) => httpStatus))}::int[],
        ${textArray(fate(({ providerCode }) => providerCode))}::text[],
        ${textArray(fate(({ providerMessage }) => providerMessage))}::text[],
        ${jsonArray(fate(({ refused }) => refused))}::jsonb[]
      ) with ordinality as fate (retried_by, state, reason, next_attempt_at, may_be_duplicate, degraded,
        outcome, found, http_status, provider_code, provider_message, refused, place)
        on fate.place = t.fate
      left join channel c on c.id = fate.retried_by
      -- So are they locked, by whoever takes some of them back too.
      order by t.id
    ), kept as (
      insert into delivery_attempt (notification_id, number, worker, started_at, duration_ms, outcome,
        reason, http_status, provider_code, provider_message, refused)
      select id, number, worker, started_at, duration_ms, outcome, found, http_status, provider_code,
        provider_message, array(select jsonb_array_elements_text(refused))
      from given on conflict (notification_id, number) do nothing
    ), moved as (
      update notification n set lease_token = null, withdrawn = null,
        may_be_duplicate = n.may_be_duplicate or t.may_be_duplicate is true,
        degraded = n.degraded or t.degraded is true,
        state = case when t.gone is not null then 'cancelled'
          when t.state = 'retrying' then coalesce(n.withdrawn ->> 'state', t.state) else t.state end,
        reason = case when t.state = 'retrying' then coalesce(t.gone, n.withdrawn ->> 'reason')
          else t.reason end,
        reason_detail = case when t.state = 'retrying' and t.gone is null
          then coalesce(n.withdrawn -> 'detail', n.reason_detail) else n.reason_detail end,
        next_attempt_at = case when t.gone is null and n.withdrawn is null then t.next_attempt_at end,
        settled_at = case when t.state <> 'retrying' or t.gone is not null or n.withdrawn is not null
          then now() end
      from given t where n.id = t.id and n.lease_token = t.lease_token
      returning n.id, n.alert_id, n.kind, n.state, t.gone is null and n.state <> t.state as is_withdrawn,
        n.kind = 'digest' or exists (
        select from notification newer
        where newer.alert_id = n.alert_id and newer.channel_id = n.channel_id
          and newer.sequence > n.sequence and newer.state in ('pending', 'retrying')
      ) as awaited
    )
    select case when count(*) < ${attempts.length} then coalesce(json_agg(id), '[]') end as settled,
      coalesce(json_agg(distinct alert_id) filter (where alert_id is not null), '[]') as alerts,
      coalesce(json_agg(id) filter (where kind = 'digest'), '[]') as digests,
      coalesce(json_agg(json_build_object('id', id, 'state', state)) filter (where is_withdrawn), '[]')
        as withdrawn,
      coalesce(bool_or(awaited), false) as awaited
    from moved`
  if (moved === undefined) throw new Error('A select of sums gave no row.')
  return moved
}
