import type { ProjectId } from '@highwater/core'
import type { TransactionSql } from '../../client/connect.ts'

const none: ReadonlySet<ProjectId> = new Set()

/**
 * Which of these projects an update has not met, because somebody else has changed their rows since
 * they were read. Nearly always none, and the number of rows says so; else all but those that now are
 * the work of this very transaction.
 * @param projects as an array of PostgreSQL
 */
export async function changedMeanwhile(
  tx: TransactionSql,
  projects: string,
  expected: number,
  { count }: { readonly count: number },
): Promise<ReadonlySet<ProjectId>> {
  if (count === expected) return none
  const mine = await tx<{ id: ProjectId }[]>`
    select project_id as id from project_state
    where project_id = any(${projects}::uuid[]) and xmin = pg_current_xact_id()::xid`
  const others = new Set(projects.slice(1, -1).split(',') as ProjectId[])
  for (const { id } of mine) others.delete(id)
  return others
}
