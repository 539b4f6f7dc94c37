import type { ProjectItem } from '@highwater/db/queries'
import type { ProjectSearch } from '~/features/project/project-search.ts'

/** What can be done with many projects at once, beside setting their level. */
export const bulkActions = [
  'pause_watching',
  'resume_watching',
  'add_tags',
  'remove_tags',
  'release',
  'delete',
] as const
export type BulkAction = (typeof bulkActions)[number]

/** What the permission table calls each of them. */
export const permissionOf = {
  pause_watching: 'project.watch',
  resume_watching: 'project.watch',
  add_tags: 'project.update',
  remove_tags: 'project.update',
  release: 'project.release',
  delete: 'project.delete',
} as const satisfies Readonly<Record<BulkAction, string>>

export type ListFilter = Omit<ProjectSearch, 'sort' | 'cursor'>

/** The projects of an action: some that are shown, or all that a filter finds. */
export interface BulkTarget {
  readonly projects: readonly Pick<ProjectItem, 'id' | 'name' | 'lastSignalAt'>[]
  /** Null: only the projects named. */
  readonly filter: ListFilter | null
}

export interface BulkRequest {
  readonly action: BulkAction
  readonly target: BulkTarget
}

/** What leaves nothing to be taken back. */
export const isForGood = (action: BulkAction): boolean =>
  action === 'release' || action === 'delete'

const given = (filter: ListFilter) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))

interface Chosen {
  readonly projects: readonly Pick<ProjectItem, 'id'>[]
  readonly filter: ListFilter | null
}

/** The projects as the server wants them named. */
export const choiceOf = ({ projects, filter }: Chosen) =>
  filter === null ? { projects: projects.map(({ id }) => id) } : { filter: given(filter) }
