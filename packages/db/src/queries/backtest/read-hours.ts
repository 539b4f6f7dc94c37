import type { Instant, ProjectId } from '@highwater/core'
import type { HourByMinute, Stretch } from '@highwater/core/backtest'
import type { TransactionSql } from '../../client/connect.ts'
import { figuresOf, millisOf, type Past, type PastRange, type WantedProject } from './past.ts'

interface HourRow {
  readonly project_id: ProjectId
  readonly hour_at: Instant
  readonly first_at: Instant
  readonly last_at: Instant
  readonly max_ms: string
  readonly last_ms: string
  readonly by_position: boolean
  /** Null for quiet hours, and where the minutes are no longer kept. */
  readonly max_by_minute: string | null
  readonly last_by_minute: string | null
}

const rowsAtOnce = 2_000

function pieceOf(row: HourRow): Stretch | HourByMinute {
  const { hour_at: hourAt, by_position: byPosition } = row
  if (row.max_by_minute !== null && row.last_by_minute !== null) {
    const max = figuresOf(row.max_by_minute)
    return { is: 'minutes', hourAt, max, last: figuresOf(row.last_by_minute), byPosition }
  }
  return {
    is: 'stretch',
    at: row.first_at,
    until: row.last_at,
    max: millisOf(row.max_ms),
    last: millisOf(row.last_ms),
    byPosition,
  }
}

/**
 * Reads the closed hours. Those in which nothing exceeded the project's quiet limit and its state did
 * not change arrive as one row for all that stand together; only the others bring their minutes.
 */
export async function readHours(
  tx: TransactionSql,
  wanted: readonly WantedProject[],
  { from, rolledUntil }: PastRange,
  pasts: ReadonlyMap<ProjectId, Past>,
): Promise<void> {
  const ids = wanted.map(({ id }) => id)
  const rows = tx<HourRow[]>`
    with wanted as (
      select * from unnest(${ids}::uuid[], ${wanted.map(({ quiet }) => Math.floor(quiet))}::bigint[])
        as t (project_id, quiet_ms)
    ), turned as (
      select distinct project_id, date_trunc('hour', received_at, 'UTC') as hour_at
      from state_change where project_id = any(${ids}::uuid[])
        and received_at >= ${from}::timestamptz and received_at < ${rolledUntil}::timestamptz
    ), hour as (
      select h.*, h.max_ms > w.quiet_ms or turned.hour_at is not null as loud
      from history_hour h join wanted w using (project_id)
      left join turned on turned.project_id = h.project_id and turned.hour_at = h.hour_at
      where h.hour_at >= ${from}::timestamptz and h.hour_at < ${rolledUntil}::timestamptz
        and h.last_at is not null
    ), numbered as (
      select *, count(*) filter (where loud) over same as loud_before,
        lead(loud, 1, true) over same as is_last
      from hour window same as (partition by project_id order by hour_at)
    )
    select project_id, min(hour_at) as hour_at, min(first_at) as first_at, max(last_at) as last_at,
      max(max_ms) as max_ms, max(last_ms) filter (where is_last) as last_ms,
      bool_or(by_position) filter (where is_last) as by_position,
      null as max_by_minute, null as last_by_minute
    from numbered where not loud group by project_id, loud_before
    union all
    select n.project_id, n.hour_at, first_at, last_at, n.max_ms, n.last_ms, by_position,
      array_to_string(m.max_ms, ',', ''), array_to_string(m.last_ms, ',', '')
    from numbered n
    left join history_minute m on m.project_id = n.project_id and m.hour_at = n.hour_at
      and m.hour_at >= ${from}::timestamptz and m.hour_at < ${rolledUntil}::timestamptz
    where loud
    order by 1, 2`
  for await (const portion of rows.cursor(rowsAtOnce)) {
    for (const row of portion) pasts.get(row.project_id)?.pieces.push(pieceOf(row))
  }
}
