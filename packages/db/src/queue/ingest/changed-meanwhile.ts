import type { ProjectId } from '@highwater/core'
import { type BinaryArray, parameterOf } from '../../client/binary-arrays.ts'
import type { TransactionSql } from '../../client/connect.ts'

const none: ReadonlySet<ProjectId> = new Set()

/**
 * Which of these projects an update has not met, because somebody else has changed their rows since
 * they were read. Nearly always none, and the number of rows says so; else all but those that now are
 * the work of this very transaction.
 */
export async function changedMeanwhile(
  tx: TransactionSql,
  projects: BinaryArray,
  expected: number,
  { count }: { readonly count: number },
): Promise<ReadonlySet<ProjectId>> {
  if (count === expected) return none
  const others = await tx<{ id: ProjectId }[]>`
    select id from unnest(${parameterOf(tx, projects)}::uuid[]) as wanted (id)
    where not exists (
      select from project_state
      where project_id = wanted.id and xmin = pg_current_xact_id()::xid)`
  return new Set(others.map(({ id }) => id))
}
