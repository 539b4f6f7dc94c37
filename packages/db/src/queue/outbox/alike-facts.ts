import type { DepartmentId } from '@highwater/core'
import type { Severity } from '@highwater/core/alert'
import type { AlikeFacts, MessageProject, PlanContext } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'

type NameOf = (department: DepartmentId) => string

/** What departments are called; asked for only where some channel gathers by department. */
export async function departmentNames(
  tx: TransactionSql,
  departments: readonly DepartmentId[],
  { channels }: Pick<PlanContext, 'channels'>,
): Promise<NameOf> {
  const isAsked = channels.some(({ aggregation }) => aggregation?.groupBy.includes('department'))
  if (!isAsked || departments.length === 0) return () => ''
  const rows = await tx<{ id: DepartmentId; name: string }[]>`
    select id, name from department where id = any(${[...new Set(departments)]}::uuid[])`
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (department) => names.get(department) ?? ''
}

interface About {
  readonly severity: Severity
  readonly project: MessageProject | null
  readonly department: DepartmentId
  /** What it is about that is about no project. */
  readonly subject: string
}

/** By what an alert may be alike others. */
export const alikeFactsOf = (
  { severity, project, department, subject }: About,
  nameOf: NameOf,
): AlikeFacts => ({
  severity,
  project: project?.name ?? subject,
  department: project?.department ?? nameOf(department),
})
