import type { ProjectId } from '@highwater/core'
import type { TransactionSql } from '../../client/connect.ts'
import { emptyPast, type Past, type PastRange, type WantedProject } from './past.ts'
import { readChanges } from './read-changes.ts'
import { readHours } from './read-hours.ts'
import { readRecent } from './read-recent.ts'

/** The history of some projects, as coarse as the question allows. */
export async function readPasts(
  tx: TransactionSql,
  wanted: readonly WantedProject[],
  range: PastRange,
): Promise<ReadonlyMap<ProjectId, Past>> {
  const pasts = new Map(wanted.map(({ id }) => [id, emptyPast()]))
  await readHours(tx, wanted, range, pasts)
  await readChanges(
    tx,
    wanted.map(({ id }) => id),
    range,
    pasts,
  )
  await readRecent(tx, wanted, range, pasts)
  return pasts
}
