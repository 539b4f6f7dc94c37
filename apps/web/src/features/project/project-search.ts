import { protectionLevels } from '@highwater/core/policy'
import { projectKinds, projectStates } from '@highwater/core/project'
import { z } from 'zod'

export const projectSorts = ['attention', 'name', 'level', '-createdAt'] as const

const text = z.string().trim().min(1).max(200).optional().catch(undefined)

/** What the address of the list may say; what it says wrongly counts as not said. */
const projectSearch = z.object({
  kind: z.enum(projectKinds).optional().catch(undefined),
  state: z.enum(projectStates).optional().catch(undefined),
  level: z.enum(protectionLevels).optional().catch(undefined),
  tag: text,
  department: text,
  q: text,
  watched: z.enum(['true', 'false']).optional().catch(undefined),
  attention: z.literal('true').optional().catch(undefined),
  sort: z.enum(projectSorts).catch('attention'),
  cursor: z.string().optional().catch(undefined),
})

export const projectParameters = projectSearch.keyof().options

export type ProjectSearch = z.output<typeof projectSearch>

export const parseProjectSearch = (query: Readonly<Record<string, unknown>>): ProjectSearch =>
  projectSearch.parse(query)

/** What the address of the list asks of the server. */
export const projectListInput = (search: ProjectSearch) => ({
  ...Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)),
  sort: search.sort,
})

export type ProjectListInput = ReturnType<typeof projectListInput>

/** The address of the list with these filters; the usual sort is left out. */
export const withoutUsualSort = (search: ProjectSearch) => ({
  ...search,
  sort: search.sort === 'attention' ? undefined : search.sort,
})
