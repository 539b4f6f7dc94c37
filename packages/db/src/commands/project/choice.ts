import type { DepartmentId, ProjectId, UserId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { type ProjectFilter, projectFilter } from '../../queries/project/filters.ts'
import { personOf } from '../person-of.ts'
import type { Resource } from '../refused.ts'

const mostPicked = 1_000

/** The projects that somebody picked, by their ids. */
export const pickedProjects = z
  .array(idInput<'project'>())
  .min(1, 'Name at least one project.')
  .max(mostPicked, `Name at most ${mostPicked} projects, or use a filter.`)

/** The projects of a bulk change: those that somebody picked, or all that a filter finds. */
export type ProjectChoice =
  | { readonly projects: readonly ProjectId[] }
  | { readonly filter: ProjectFilter }

export const projectChoice = z.union(
  [z.strictObject({ projects: pickedProjects }), z.strictObject({ filter: projectFilter })],
  { error: 'Name either "projects" (a list of ids) or a "filter".' },
)

/** The picked projects that are not among those found. */
export function missingFrom(choice: ProjectChoice, rows: readonly { readonly id: ProjectId }[]) {
  const found = new Set(rows.map(({ id }) => id))
  const named = 'projects' in choice ? [...new Set(choice.projects)] : []
  return named.filter((id) => !found.has(id))
}

interface Chosen {
  readonly department: DepartmentId
  readonly owner: UserId | null
  readonly permitted: boolean
}

/**
 * What the permission table is asked about: any one project that may be changed, so that the others
 * are refused one by one. Where nothing was found there is nothing to refuse either.
 */
export function groundFor(rows: readonly Chosen[], actor: Actor): Resource {
  const row = rows.find(({ permitted }) => permitted) ?? rows[0]
  if (row) return { department: row.department, owner: row.owner }
  return { department: actor.type === 'token' ? actor.department : null, owner: personOf(actor) }
}
