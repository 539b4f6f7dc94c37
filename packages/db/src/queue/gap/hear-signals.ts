import { earliest, type Instant, type Millis, minus, type ProjectId } from '@highwater/core'
import type { Signal } from '@highwater/core/project'
import type { TransactionSql } from '../../client/connect.ts'
import { type SignalRow, signalColumns, signalOf } from '../roll-up/signal-row.ts'
import type { GapSearch } from './take-search.ts'

const rowsAtOnce = 5_000

/**
 * Where the replay of a gap begins: so long before it that what was in breach is known, and no later
 * than the changes of state are kept up to.
 */
export async function beginningOf(
  tx: TransactionSql,
  { from }: GapSearch,
  warmUp: Millis,
): Promise<Instant> {
  const [row] = await tx<{ rolled_until: Instant }[]>`select rolled_until from history_progress`
  const begins = minus(from, warmUp)
  return earliest(row?.rolled_until ?? begins, begins) ?? begins
}

/** The signals of these projects, one project after another, each in the order in which they came. */
export async function* hearSignals(
  tx: TransactionSql,
  ids: readonly ProjectId[],
  from: Instant,
  to: Instant,
): AsyncGenerator<readonly [ProjectId, readonly Signal[]]> {
  const rows = tx<SignalRow[]>`
    select ${tx.unsafe(signalColumns)} from signal
    where project_id = any(${ids as ProjectId[]}::uuid[]) and not late
      and received_at >= ${from}::timestamptz and received_at < ${to}::timestamptz
      and observed_at >= ${from}::timestamptz - interval '1 day'
    order by project_id, received_at, observed_at`
  let project: ProjectId | null = null
  let signals: Signal[] = []
  for await (const portion of rows.cursor(rowsAtOnce)) {
    for (const row of portion) {
      if (project !== null && row.project_id !== project) {
        yield [project, signals]
        signals = []
      }
      project = row.project_id
      signals.push(signalOf(row))
    }
  }
  if (project !== null) yield [project, signals]
}
