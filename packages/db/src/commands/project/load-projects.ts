import type { ProjectId } from '@highwater/core'
import { type Actor, can } from '@highwater/core/permissions'
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { type ProjectFilter, projectCondition } from '../../queries/project/filters.ts'
import { projectVisibleTo } from '../../queries/visible.ts'
import { project, projectState } from '../../schema/index.ts'

/** The projects of a bulk change: those that somebody picked, or all that a filter finds. */
export type ProjectChoice =
  | { readonly projects: readonly ProjectId[] }
  | { readonly filter: ProjectFilter }

const conditionOf = (actor: Actor, choice: ProjectChoice): SQL | undefined =>
  'filter' in choice
    ? projectCondition(actor, choice.filter)
    : and(
        isNull(project.deletedAt),
        projectVisibleTo(actor),
        sql`${project.id} = any(${sql.param([...choice.projects])}::uuid[])`,
      )

/** Locks the chosen projects that the actor may see, and says of each whether its level may be set. */
export async function loadProjects(tx: Transaction, actor: Actor, choice: ProjectChoice) {
  const rows = await tx
    .select({
      id: project.id,
      name: project.name,
      level: project.level,
      department: project.departmentId,
      owner: project.ownerId,
      state: projectState.state,
    })
    .from(project)
    .innerJoin(projectState, eq(projectState.projectId, project.id))
    .where(conditionOf(actor, choice))
    .orderBy(asc(project.id))
    .for('no key update', { of: project })
  return rows.map((row) => ({ ...row, permitted: can(actor, 'project.setLevel', row).allowed }))
}

export type ChosenProject = Awaited<ReturnType<typeof loadProjects>>[number]
