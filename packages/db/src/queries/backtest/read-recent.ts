import type { Instant, ProjectId } from '@highwater/core'
import type { TransactionSql } from '../../client/connect.ts'
import { latencyOfKey, minuteFigures } from '../../queue/roll-up/minute-figures.ts'
import { type SignalRow, signalColumns, signalOf } from '../../queue/roll-up/signal-row.ts'
import { lastKnownState, mayHaveTurned, saidByProject } from '../../queue/roll-up/steadiness.ts'
import { millisOf, type Past, type PastRange, type WantedProject } from './past.ts'

interface SummaryRow {
  readonly project_id: ProjectId
  readonly first_at: Instant | null
  readonly last_at: Instant | null
  readonly max_ms: string | null
  readonly last_ms: string | null
  readonly by_position: boolean
  readonly loud: boolean
}

const rowsAtOnce = 5_000

const summarize = (
  tx: TransactionSql,
  wanted: readonly WantedProject[],
  { rolledUntil, now }: PastRange,
) =>
  tx<SummaryRow[]>`
    with wanted as (
      select * from unnest(${wanted.map(({ id }) => id)}::uuid[],
        ${wanted.map(({ quiet }) => Math.floor(quiet))}::bigint[]) as t (project_id, quiet_ms)
    ), minute_figure as materialized (${minuteFigures(tx, {
      from: rolledUntil,
      to: now,
      projects: wanted.map(({ id }) => id),
    })}), figure as (
      select project_id, min(first_at) as first_at, max(last_at) as last_at, max(max_ms) as max_ms,
        max(last_key) as last_key, bool_or(by_position) as by_position
      from minute_figure group by project_id
    ), said as (${saidByProject(tx, 'minute_figure')})
    select project_id, first_at, last_at, max_ms, ${latencyOfKey(tx, 'last_key')} as last_ms,
      by_position, ${mayHaveTurned(tx)} or coalesce(max_ms > quiet_ms, false) as loud
    from figure join said using (project_id) join wanted using (project_id)
    left join lateral (${lastKnownState(tx)}) as known on true`

/** Reads what has come since the last closed hour: the signals themselves of whoever was not quiet. */
export async function readRecent(
  tx: TransactionSql,
  wanted: readonly WantedProject[],
  range: PastRange,
  pasts: ReadonlyMap<ProjectId, Past>,
): Promise<void> {
  const summaries = await summarize(tx, wanted, range)
  for (const row of summaries) {
    const { first_at: at, last_at: until, max_ms: max, last_ms: last } = row
    if (row.loud || at === null || until === null || max === null || last === null) continue
    const figures = { max: millisOf(max), last: millisOf(last), byPosition: row.by_position }
    pasts.get(row.project_id)?.recent.push({ is: 'stretch', at, until, ...figures })
  }
  const loud = summaries.flatMap((row) => (row.loud ? [row.project_id] : []))
  if (loud.length === 0) return
  const signals = tx<SignalRow[]>`
    select ${tx.unsafe(signalColumns)} from signal
    where project_id = any(${loud}::uuid[]) and not late
      and received_at >= ${range.rolledUntil}::timestamptz and received_at < ${range.now}::timestamptz
      and observed_at >= ${range.rolledUntil}::timestamptz - interval '1 day'
    order by project_id, received_at, observed_at`
  for await (const portion of signals.cursor(rowsAtOnce)) {
    for (const row of portion) {
      pasts.get(row.project_id)?.recent.push({ is: 'signal', signal: signalOf(row) })
    }
  }
}
