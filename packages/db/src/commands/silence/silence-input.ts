import { AppError, type DepartmentId, type InputFault } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { SilenceScope } from '@highwater/core/silence'
import { and, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { homeOf } from '../../queries/home-of.ts'
import { projectVisibleTo } from '../../queries/visible.ts'
import { department, project, type silence } from '../../schema/index.ts'
import { findDepartment } from '../find-department.ts'

/** What a silence says, as its maker writes it. */
export type SilenceWords = Pick<
  typeof silence.$inferSelect,
  | 'name'
  | 'remark'
  | 'projectIds'
  | 'departmentIds'
  | 'tags'
  | 'events'
  | 'levels'
  | 'exceptProjectIds'
  | 'schedule'
>

type ScopeDraft = Omit<SilenceScope, 'department'>

export const scopeColumnsOf = (draft: ScopeDraft) => ({
  projectIds: [...draft.projects],
  departmentIds: [...draft.departments],
  tags: [...draft.tags],
  events: [...draft.events],
  levels: [...draft.levels],
  exceptProjectIds: [...draft.exceptProjects],
})

/** The department that a new silence is for: the one named, or the maker's own; null for all. */
export async function departmentOf(
  tx: Transaction,
  reference: string | null | undefined,
  actor: Actor,
): Promise<DepartmentId | null> {
  if (reference === null) return null
  const named = reference ?? homeOf(actor)
  return named === undefined ? null : (await findDepartment(tx, named, actor)).id
}

function missing<Id extends string>(
  path: string,
  what: string,
  named: readonly Id[],
  found: readonly { readonly id: Id }[],
): InputFault[] {
  const known = new Set(found.map(({ id }) => id))
  return named.flatMap((id, index) =>
    known.has(id)
      ? []
      : [
          {
            path: `${path}[${index}]`,
            message: `There is no such ${what}, or you may not see it.`,
          },
        ],
  )
}

async function missingProjects(
  tx: Transaction,
  actor: Actor,
  { projectIds, exceptProjectIds }: SilenceWords,
): Promise<InputFault[]> {
  const named = [...projectIds, ...exceptProjectIds]
  if (named.length === 0) return []
  const found = await tx
    .select({ id: project.id })
    .from(project)
    .where(and(inArray(project.id, named), isNull(project.deletedAt), projectVisibleTo(actor)))
  return [
    ...missing('projects', 'project', projectIds, found),
    ...missing('exceptProjects', 'project', exceptProjectIds, found),
  ]
}

async function departmentFaults(
  tx: Transaction,
  home: DepartmentId | null,
  { departmentIds }: SilenceWords,
): Promise<InputFault[]> {
  if (departmentIds.length === 0) return []
  if (home !== null) {
    return departmentIds.flatMap((id, index) =>
      id === home
        ? []
        : [
            {
              path: `departments[${index}]`,
              message: 'A silence of a department reaches no other department.',
            },
          ],
    )
  }
  const found = await tx
    .select({ id: department.id })
    .from(department)
    .where(and(inArray(department.id, departmentIds), isNull(department.deletedAt)))
  return missing('departments', 'department', departmentIds, found)
}

/**
 * Whether everything that a silence names is there and may be named.
 * @throws AppError `invalid_input` with paths such as `projects[2]`
 */
export async function expectScope(
  tx: Transaction,
  actor: Actor,
  home: DepartmentId | null,
  words: SilenceWords,
): Promise<void> {
  const faults = [
    ...(await missingProjects(tx, actor, words)),
    ...(await departmentFaults(tx, home, words)),
  ]
  const [first] = faults
  if (first !== undefined) {
    throw new AppError('invalid_input', `${first.path}: ${first.message}`, { faults })
  }
}
