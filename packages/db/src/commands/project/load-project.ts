import type { ProjectId } from '@highwater/core'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { foundOne } from '../../queries/not-found.ts'
import { projectVisibleTo } from '../../queries/visible.ts'
import { account, department, project } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'
import type { Resource } from '../refused.ts'

/**
 * A living project that the actor may see, locked. The lock lets an alert refer to the project
 * meanwhile: evaluation holds the project's state and must never wait for it here.
 * @throws AppError `not_found`
 */
export async function loadProject(tx: Transaction, id: ProjectId, { actor }: ChangeContext) {
  const rows = await tx
    .select({
      project,
      departmentName: department.name,
      ownerEmail: account.email,
      maintainers: sql<string[]>`array(
        select m.email from project_maintainer pm join account m on m.id = pm.user_id
        where pm.project_id = "project"."id" order by m.email)`,
    })
    .from(project)
    .innerJoin(department, eq(department.id, project.departmentId))
    .leftJoin(account, eq(account.id, project.ownerId))
    .where(and(eq(project.id, id), isNull(project.deletedAt), projectVisibleTo(actor)))
    .for('no key update', { of: project })
  return foundOne(rows, 'project')
}

export type LoadedProject = Awaited<ReturnType<typeof loadProject>>

export const projectResource = ({ project }: LoadedProject): Resource => ({
  department: project.departmentId,
  owner: project.ownerId,
  subject: project,
})

type ProjectRow = Pick<
  typeof project.$inferSelect,
  | 'name'
  | 'kind'
  | 'externalKey'
  | 'level'
  | 'sourceType'
  | 'targetType'
  | 'tags'
  | 'expectedIntervalSeconds'
  | 'alertBeforeCatchUp'
>

/** A project as the audit and a conflict show it: what people say of it, without its ping address. */
export const describeProject = (
  row: ProjectRow,
  department: string,
  owner: string | null,
  maintainers: readonly string[],
) => ({
  name: row.name,
  kind: row.kind,
  externalKey: row.externalKey,
  department,
  owner,
  maintainers,
  protectionLevel: row.level,
  source: row.sourceType,
  target: row.targetType,
  tags: row.tags,
  expectedIntervalSeconds: row.expectedIntervalSeconds,
  alertBeforeCatchUp: row.alertBeforeCatchUp,
})

export const describeLoaded = (loaded: LoadedProject) =>
  describeProject(loaded.project, loaded.departmentName, loaded.ownerEmail, loaded.maintainers)
