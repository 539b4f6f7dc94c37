import { type Action, type Actor, can } from '@highwater/core/permissions'
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { projectCondition } from '../../queries/project/filters.ts'
import { isWatchedNow } from '../../queries/project/watched.ts'
import { projectVisibleTo } from '../../queries/visible.ts'
import { project, projectState } from '../../schema/index.ts'
import type { ProjectChoice } from './choice.ts'

const conditionOf = (actor: Actor, choice: ProjectChoice): SQL | undefined =>
  'filter' in choice
    ? projectCondition(actor, choice.filter)
    : and(
        isNull(project.deletedAt),
        projectVisibleTo(actor),
        sql`${project.id} = any(${sql.param([...choice.projects])}::uuid[])`,
      )

/** The chosen projects that the actor may see, in the order of their ids. */
const selectChosen = (tx: Pick<Transaction, 'select'>, actor: Actor, choice: ProjectChoice) =>
  tx
    .select({
      id: project.id,
      name: project.name,
      level: project.level,
      department: project.departmentId,
      owner: project.ownerId,
      state: projectState.state,
      tags: project.tags,
      isWatched: isWatchedNow,
      watchPausedUntil: project.watchPausedUntil,
      watchPauseReason: project.watchPauseReason,
    })
    .from(project)
    .innerJoin(projectState, eq(projectState.projectId, project.id))
    .where(conditionOf(actor, choice))
    .orderBy(asc(project.id))

type SelectedProject = Awaited<ReturnType<typeof selectChosen>>[number]

export interface ChosenProject extends SelectedProject {
  /** Whether the action may be done to it. */
  readonly permitted: boolean
}

const judgedFor = (actor: Actor, action: Action, rows: readonly SelectedProject[]) =>
  rows.map((row): ChosenProject => ({ ...row, permitted: can(actor, action, row).allowed }))

/** Locks the chosen projects that the actor may see, and says of each whether the action is permitted. */
export const loadProjects = async (
  tx: Transaction,
  actor: Actor,
  choice: ProjectChoice,
  action: Action = 'project.setLevel',
) =>
  judgedFor(
    actor,
    action,
    await selectChosen(tx, actor, choice).for('no key update', { of: project }),
  )

/** The same for whoever only wants to know: nothing is locked. */
export const readChosenProjects = async (
  tx: Pick<Transaction, 'select'>,
  actor: Actor,
  choice: ProjectChoice,
  action: Action,
) => judgedFor(actor, action, await selectChosen(tx, actor, choice))
