import { hours, type Instant, plus } from '@highwater/core'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { minuteFigures } from './minute-figures.ts'
import { writeHour } from './write-hour.ts'
import { writeStateChanges } from './write-state-changes.ts'

/** An hour is closed when it has been over for so long and nothing that began in it still writes. */
const settlingMinutes = 5

export interface RollUpReport {
  /** How many projects had signals in the hour. */
  readonly projects: number
  /** Another hour is closed already. */
  readonly more: boolean
}

interface Progress {
  readonly hour: Instant
  readonly more: boolean
}

/**
 * Takes the next closed hour, unless another worker has it. A transaction stamps its signals with
 * the time of its beginning, so one that began in the hour and still writes keeps the hour open.
 */
async function takeClosedHour(tx: TransactionSql): Promise<Progress | null> {
  const [taken] = await tx<Progress[]>`
    select rolled_until as hour,
      rolled_until + interval '2 hours' + ${`${settlingMinutes} minutes`}::interval <= now() as more
    from history_progress
    where rolled_until + interval '1 hour' + ${`${settlingMinutes} minutes`}::interval <= now()
      and not exists (
        select from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null
          and xact_start < rolled_until + interval '1 hour')
    for update skip locked`
  return taken ?? null
}

/**
 * Rolls the next closed hour of signals up into history by minute and hour and the changes of state,
 * in one transaction: killed in the middle, it begins anew. Null when no hour is closed.
 */
export async function rollUpHour(db: Database): Promise<RollUpReport | null> {
  // Apart from the long transaction, because a new partition locks out readers until it commits.
  await db.sql`select prepare_history_partitions(rolled_until) from history_progress`
  return db.sql.begin(async (tx) => {
    const taken = await takeClosedHour(tx)
    if (taken === null) return null
    const { hour, more } = taken
    const end = plus(hour, hours(1))
    await tx`set local work_mem = '64MB'`
    await tx`create temporary table minute_figure on commit drop as ${minuteFigures(tx, { from: hour, to: end })}`
    await tx`analyze minute_figure`
    await writeStateChanges(tx, hour, end)
    const projects = await writeHour(tx, hour)
    await tx`update history_progress set rolled_until = ${end}`
    return { projects, more }
  })
}
