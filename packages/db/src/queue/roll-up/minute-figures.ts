import type { Instant, ProjectId } from '@highwater/core'
import type { Sql, TransactionSql } from '../../client/connect.ts'

export interface SignalStretch {
  readonly from: Instant
  /** Not included. */
  readonly to: Instant
  /** All of them, unless some are named. */
  readonly projects?: readonly ProjectId[]
}

/** In a key, the order of observation stands above this many bits and the latency below. */
export const latencyBits = 33
const latencyMask = 2 ** latencyBits - 1
/** Observations older than this before the stretch count as that old: only their order matters. */
const orderSpanMs = 12 * 86_400_000

/**
 * One row per project and minute of receipt, from the signals that moved something. A position's
 * worst moment is just before the next one arrives, and counts where that one does. `last_key`
 * carries the newest observation's latency in its low bits: so the newest is found without sorting.
 */
export function minuteFigures(tx: TransactionSql | Sql, { from, to, projects }: SignalStretch) {
  // The index by project is by observation; what is older than a day is found when it is rolled up.
  const chosen = projects
    ? tx`and project_id = any(${projects as ProjectId[]}::uuid[])
        and observed_at >= ${from}::timestamptz - interval '1 day'`
    : tx``
  const inStretch = tx`
    received_at >= ${from}::timestamptz and received_at < ${to}::timestamptz and not late ${chosen}`
  const origin = tx`(${from}::timestamptz - ${`${orderSpanMs} milliseconds`}::interval)`
  return tx`
    select project_id, floor(date_part('epoch', received_at - ${from}::timestamptz) / 60)::int as minute,
      count(*)::int as samples, count(ms)::int as latencies,
      min(received_at) filter (where ms is not null) as first_at,
      max(received_at) filter (where ms is not null) as last_at,
      max(peak_ms) as max_ms, min(ms) as min_ms,
      max((greatest(0, least(2 ^ 30 - 1, date_part('epoch', observed_at - ${origin}) * 1000))::bigint
        << ${latencyBits}) | least(ms, ${latencyMask}::bigint)) filter (where ms is not null) as last_key,
      coalesce(bool_or(position_at is not null), false) as by_position,
      min(state) as least_state, max(state) as greatest_state,
      min(step) as least_step, max(step) as greatest_step,
      bool_or(state is null and ms is not null) as has_bare, bool_or(step is not null and ms is null) as has_bare_step
    from (
      select project_id, received_at, observed_at, position_at, state, step,
        latency_ms as ms, latency_ms as peak_ms
      from signal where ${inStretch} and position_at is null
      union all
      select project_id, received_at, observed_at, position_at, state, step, ms, greatest(ms,
        date_part('epoch', received_at - lag(position_at) over
          (partition by project_id order by received_at, observed_at)) * 1000)::bigint
      from (
        select *, greatest(0, date_part('epoch', received_at - position_at) * 1000)::bigint as ms
        from signal where ${inStretch} and position_at is not null
      ) as positions
    ) as samples
    group by 1, 2`
}

/** The latency that a `last_key` carries. */
export const latencyOfKey = (tx: TransactionSql | Sql, key: string) =>
  tx`(${tx(key)} & ${latencyMask}::bigint)`
