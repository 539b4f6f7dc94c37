import { and, asc, type SQL, sql } from 'drizzle-orm'
import { project, projectState } from '../../schema/index.ts'
import { rowAfter } from '../cursor.ts'
import { attentionCondition, hasNoOpenAlerts, type Narrowing } from './filters.ts'
import { columnsOf, orderBy, type SortOrder, sortedProjects } from './sort-order.ts'
import {
  atMost,
  type Cut,
  inState,
  isOwnState,
  none,
  type Selection,
  skipTo,
  sortedAtMost,
  walk,
} from './walk.ts'

/** So far a page is looked for along the sort before its filter's index is asked: half a millisecond. */
const stretch = sql.raw('1500')

/** Those with an open alert are 0, all others 1. */
export const attentionRank = sql`(${hasNoOpenAlerts})::int`

/** The page of few matches: their states are looked at in their order, or decide on it. */
function sortFew(selection: Selection, order: SortOrder, cut: Cut): SQL {
  const { ofState, attention } = selection
  const stated = and(ofState, attentionCondition(attention))
  const columns = columnsOf(order, sortedProjects)
  if (order.alertingFirst) {
    const ranked = [attentionRank, ...columns]
    return sql`
      select ${project.id} from few as project cross join lateral (
        select ${projectState.state}, ${projectState.openAlerts} from ${projectState}
        where ${isOwnState} offset 0) as project_state
      where ${and(stated, rowAfter(ranked, cut.after, order.direction)) ?? sql`true`}
      order by ${sql.join(ranked.map(asc), sql`, `)} limit ${atMost(cut)}`
  }
  return sql`
    select ${project.id} from (
      select * from few as project order by ${orderBy(order, columns)} offset 0) as project
    where ${stated ? inState(stated) : sql`true`} limit ${atMost(cut)}`
}

/**
 * The planner knows how many projects a search finds, but not where along the sort they are; left to
 * itself it may read half of an index for a word that only the last names have. So a page is looked
 * for nearby first, then among the few that an index finds, and along the whole sort only when these
 * are not few. Within some departments nothing is nearby: their projects are scattered along the sort.
 */
function narrowed(selection: Selection, search: Narrowing, order: SortOrder, cut: Cut): SQL {
  const { ofProject, ofState, attention, hasTag } = selection
  const sorted = columnsOf(order, sortedProjects)
  const sort = orderBy(order, sorted)
  // Where alerts decide on the order, the cut is no place along it: what is nearby is counted only.
  const isPage = !order.alertingFirst
  const behind = and(ofProject, isPage ? rowAfter(sorted, cut.after, order.direction) : undefined)
  const stated = isPage ? and(ofState, attentionCondition(attention)) : undefined
  const columns = sql`${project.id}, ${project.name}, ${project.levelRank}, ${project.createdAt}`
  const size = atMost(cut)
  const near = sql`
    select ${project.id} from (
      select ${columns}, ${project.tags}, ${project.searchedText} from ${project}
      where ${and(behind, skipTo(order, search, sql`${project.name}`))}
      order by ${sort} limit ${stretch}) as project
    where ${and(hasTag, search.ofRow, stated && inState(stated))} limit ${size}`
  return sql`
    with near as materialized (${selection.isWithin ? none : near}),
    few as materialized (
      select ${columns} from (
        select ${columns} from ${project} where ${and(behind, search.byIndex)} offset 0) as project
      where (select count(*) from near) < ${size} limit ${sortedAtMost})
    select unnest(case
      ${isPage ? sql`when (select count(*) from near) = ${size} then array(select id from near)` : sql``}
      when (select count(*) from near) < ${size} and (select count(*) from few) < ${sortedAtMost}
        then array(${sortFew(selection, order, cut)})
      else array(${walk(selection, order, cut)}) end) as id`
}

/** A query for the ids of one page, in any order. */
export function pageIds(selection: Selection, order: SortOrder, cut: Cut): SQL {
  const { search, isWithin } = selection
  return search === null || (isWithin && search.isCommon)
    ? walk(selection, order, cut)
    : narrowed(selection, search, order, cut)
}
