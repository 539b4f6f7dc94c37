import type { ProjectId } from '@highwater/core'
import { plainArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'

const none: ReadonlySet<ProjectId> = new Set()

/**
 * Which of these projects an update has not met, because somebody else has changed their rows since
 * they were read. Nearly always none, and the number of rows says so; else all but those that now are
 * the work of this very transaction.
 */
export async function changedMeanwhile(
  tx: TransactionSql,
  projects: readonly ProjectId[],
  { count }: { readonly count: number },
): Promise<ReadonlySet<ProjectId>> {
  if (count === projects.length) return none
  const mine = await tx<{ id: ProjectId }[]>`
    select project_id as id from project_state
    where project_id = any(${plainArray(projects)}::uuid[]) and xmin = pg_current_xact_id()::xid`
  const others = new Set(projects)
  for (const { id } of mine) others.delete(id)
  return others
}
