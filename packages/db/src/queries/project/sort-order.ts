import { type AnyColumn, asc, desc, type SQL, sql } from 'drizzle-orm'
import { project, projectTag } from '../../schema/index.ts'

type SortedBy = 'name' | 'id' | 'levelRank' | 'createdAt'

/** How a list is sorted; the id comes last, so that no two rows are alike. */
export interface SortOrder {
  readonly by: readonly SortedBy[]
  readonly direction: 'ascending' | 'descending'
  /** Whether projects with an open alert come before all others. */
  readonly alertingFirst: boolean
  /** Whether names stand in order, at least within each value of what comes before them. */
  readonly followsNames: boolean
}

type Sorted = Readonly<Record<SortedBy, AnyColumn>>
const { name, id, levelRank, createdAt } = project
const { projectId, ...repeated } = projectTag

/** The sorted columns where they stand in the order of an index: those of all projects, or of a tag's. */
export const sortedProjects: Sorted = { name, id, levelRank, createdAt }
export const sortedTagged: Sorted = {
  name: repeated.name,
  id: projectId,
  levelRank: repeated.levelRank,
  createdAt: repeated.createdAt,
}

export const columnsOf = ({ by }: SortOrder, sorted: Sorted): SQL[] =>
  by.map((key) => sql`${sorted[key]}`)

export const orderBy = ({ direction }: SortOrder, columns: readonly SQL[]): SQL =>
  sql.join(columns.map(direction === 'ascending' ? asc : desc), sql`, `)
