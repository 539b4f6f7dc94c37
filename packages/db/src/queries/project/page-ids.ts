import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { project, projectState } from '../../schema/index.ts'
import { type CursorValue, rowAfter } from '../cursor.ts'
import type { Narrowing } from './filters.ts'

/** Columns in the order in which a list is sorted, each with the name that it has in `project`. */
export interface SortOrder {
  readonly columns: readonly SQL[]
  readonly direction: 'ascending' | 'descending'
  /** Whether names stand in order, at least within each value of what comes before them. */
  readonly followsNames: boolean
}

/** What a page is cut from. */
export interface Selection {
  readonly ofProject: SQL | undefined
  /** The projects' states are joined only where they decide. */
  readonly ofState: SQL | undefined
  readonly narrowing: Narrowing | null
}

/** So far a page is looked for along the sort before its filter's index is asked: below a millisecond. */
const stretch = sql.raw('3000')
/** As many matches are sorted at most. Where there are more, a page is soon found along the sort. */
const sortedAtMost = sql.raw('3000')

const sortedBy = ({ columns, direction }: SortOrder): SQL =>
  sql.join(columns.map(direction === 'ascending' ? asc : desc), sql`, `)

/**
 * A query for the ids of one page, in any order. The planner knows how many projects a filter finds,
 * but not where along the sort they are; left to itself it may read half of an index for a tag that
 * only the last names have. So a page is looked for nearby first, then among the few that an index
 * finds, and along the whole sort only when these are not few. Both walks begin at the first name
 * that can match: a part that many names share stands in a stretch of them, which may come late.
 */
export function pageIds(
  { ofProject, ofState, narrowing }: Selection,
  order: SortOrder,
  after: readonly CursorValue[] | null,
  count: number,
): SQL {
  const sort = sortedBy(order)
  // A number in the statement, not a parameter: a plan for any limit would be one for a long page.
  const size = sql.raw(String(count))
  const isOwn = eq(projectState.projectId, project.id)
  const from = ofState ? sql`${project} inner join ${projectState} on ${isOwn}` : sql`${project}`
  const behind = and(ofProject, rowAfter(order.columns, after, order.direction))
  const wanted = and(behind, ofState)
  const cut = sql`order by ${sort} limit ${size}`
  if (narrowing === null) return sql`select ${project.id} from ${from} where ${wanted} ${cut}`
  const { byIndex, ofRow, firstName } = narrowing
  const skips = order.followsNames ? sql`${project.name} >= ${firstName}` : undefined
  const inState = ofState ? sql`(select ${ofState} from ${projectState} where ${isOwn})` : sql`true`
  const columns = sql`${project.id}, ${project.name}, ${project.levelRank}, ${project.createdAt}`
  return sql`
    with near as materialized (
      select ${project.id} from (
        select ${columns}, ${project.tags}, ${project.searchedText} from ${project}
        where ${and(behind, skips)} order by ${sort} limit ${stretch}) as project
      where ${ofRow} and ${inState} limit ${size}),
    few as materialized (
      select ${columns} from (
        select ${columns} from ${project} where ${and(behind, byIndex)} offset 0) as project
      where (select count(*) from near) < ${size} limit ${sortedAtMost})
    select unnest(case
      when (select count(*) from near) = ${size} then array(select id from near)
      when (select count(*) from few) < ${sortedAtMost}
        then array(select ${project.id} from (
          select * from few as project order by ${sort} offset 0) as project
          where ${inState} limit ${size})
      else array(select ${project.id} from ${from} where ${and(wanted, skips, ofRow)} ${cut}) end) as id`
}
