import { and, eq, type SQL, sql } from 'drizzle-orm'
import { project, projectState, projectTag } from '../../schema/index.ts'
import { type CursorValue, rowAfter } from '../cursor.ts'
import { hasNoOpenAlerts, hasOpenAlerts, type Narrowing } from './filters.ts'
import { columnsOf, orderBy, type SortOrder, sortedProjects, sortedTagged } from './sort-order.ts'

/** What a page is cut from. */
export interface Selection {
  /** What is asked of `project`: once for walks along an index, once for rows that are at hand. */
  readonly ofProject: SQL | undefined
  readonly ofProjectByRow: SQL | undefined
  /** Within some departments or one owner's: a walk along all projects would miss most. */
  readonly isWithin: boolean
  /** Asked of the states, which are joined only where they decide. */
  readonly ofState: SQL | undefined
  /** Only projects with an open alert, or only those without. */
  readonly attention: boolean | undefined
  readonly tag: string | undefined
  readonly hasTag: SQL | undefined
  readonly search: Narrowing | null
}

/** Where a page begins and how long it is. */
export interface Cut {
  readonly after: readonly CursorValue[] | null
  readonly count: number
}

/** As many rows are sorted at most. Where there are more, a page is soon found along the sort. */
export const sortedAtMost = sql.raw('1500')

export const isOwnState = eq(projectState.projectId, project.id)

// A number in the statement, not a parameter: a plan for any limit would be one for a long page.
export const atMost = ({ count }: Cut): SQL => sql.raw(String(count))

// An expression, of which the planner knows nothing: what it remembers of alerts is old when many
// come at once, and it would sort them all.
const mayHaveOpenAlerts = sql`(${projectState.openAlerts} + 0) > 0`

export const none = sql`select null::uuid as id where false`

/** What is asked of a project's state where no more than the row is at hand. */
export const inState = (stated: SQL): SQL =>
  sql`(select ${stated} from ${projectState} where ${isOwnState})`

/**
 * From the first name on that can match: a part that many share stands in a stretch of names, which
 * may come late.
 */
export const skipTo = (order: SortOrder, search: Narrowing | null, name: SQL): SQL | undefined =>
  order.followsNames && search ? sql`${name} >= ${search.firstName}` : undefined

/**
 * The ids of a page, in the order of an index, every filter asked of one row after another.
 * @param states joined where they decide
 */
function alongIndex(
  selection: Selection,
  order: SortOrder,
  cut: Cut,
  states = sql`${projectState}`,
): SQL {
  const { ofProject, isWithin, ofState, attention, search } = selection
  // Within a department its own index and that of all tags are asked together.
  const tag = isWithin ? undefined : selection.tag
  const sorted = tag === undefined ? sortedProjects : sortedTagged
  const columns = columnsOf(order, sorted)
  const ofAlerts =
    attention === undefined ? undefined : attention ? mayHaveOpenAlerts : hasNoOpenAlerts
  // A rare state or a department is worth its index, which the planner finds for a join alone; else
  // alerts are asked of each row, whatever is known of them.
  const joined = ofState || isWithin ? and(ofState, ofAlerts) : undefined
  return sql`
    select ${project.id} from ${project}
    ${tag === undefined ? sql`` : sql`inner join ${projectTag} on ${eq(projectTag.projectId, project.id)} and ${eq(projectTag.tag, tag)}`}
    ${joined === undefined ? sql`` : sql`inner join ${states} on ${isOwnState}`}
    where ${and(
      ofProject,
      tag === undefined ? selection.hasTag : undefined,
      joined ?? (ofAlerts && inState(ofAlerts)),
      search?.ofRow,
      skipTo(order, search, sql`${sorted.name}`),
      rowAfter(columns, cut.after, order.direction),
    )}
    order by ${orderBy(order, columns)} limit ${atMost(cut)}`
}

/** So far they are looked for along the sort: a millisecond. */
const nearby = 1500

/**
 * Where most alert, those without may all stand at the end of a sort. They are looked for nearby, and
 * else joined at once: asking one project after another takes three times as long.
 */
function withoutAlerts(selection: Selection, order: SortOrder, cut: Cut): SQL {
  const { ofState, isWithin, search } = selection
  const size = atMost(cut)
  if (ofState || isWithin || search) {
    return alongIndex({ ...selection, attention: false }, order, cut)
  }
  const any = { ...selection, attention: undefined }
  const calm = sql`(
    select ${projectState.projectId} from ${projectState} where ${hasNoOpenAlerts} offset 0) as project_state`
  return sql`
    with along as materialized (${alongIndex(any, order, { ...cut, count: nearby })}),
    near as materialized (
      select ${project.id} from along as project where ${inState(hasNoOpenAlerts)} limit ${size})
    select unnest(case
      when (select count(*) from near) = ${size} or (select count(*) from along) < ${sql.raw(String(nearby))}
        then array(select id from near)
      else array(${alongIndex({ ...any, ofState: sql`true` }, order, cut, calm)}) end) as id`
}

/**
 * Few projects alert at a time as a rule, and are sorted; many are met along the index. They are
 * taken from their own index, in its order: the planner may believe that it would meet them anywhere.
 */
function ofAlerting(selection: Selection, order: SortOrder, cut: Cut): SQL {
  const { ofProjectByRow, ofState, hasTag, search } = selection
  const columns = columnsOf(order, sortedProjects)
  return sql`
    with alerting as materialized (
      select ${projectState.projectId}, ${projectState.state} from ${projectState}
      where ${hasOpenAlerts} order by ${projectState.openAlerts} limit ${sortedAtMost} + 1)
    select unnest(case when (select count(*) from alerting) <= ${sortedAtMost} then array(
      select ${project.id} from ${project}
      where ${project.id} = any(array(
        select ${projectState.projectId} from alerting as project_state where ${ofState ?? sql`true`}))
        and ${and(ofProjectByRow, hasTag, search?.ofRow, rowAfter(columns, cut.after, order.direction))}
      order by ${orderBy(order, columns)} limit ${atMost(cut)})
    else array(${alongIndex({ ...selection, attention: true }, order, cut)}) end) as id`
}

/** Those with an open alert, then all others: both parts have indexes of their own. */
function alertingFirst(selection: Selection, order: SortOrder, { after, count }: Cut): SQL {
  const [part = 0, ...position] = after ?? []
  const behind = { after: after === null ? null : position, count }
  const { attention } = selection
  const alerting = part === 0 && attention !== false ? ofAlerting(selection, order, behind) : none
  const calm =
    attention === true
      ? none
      : withoutAlerts(selection, order, part === 0 ? { after: null, count } : behind)
  return sql`
    with first_part as materialized (${alerting})
    select id from first_part
    union all select id from (${calm}) as calm
    where (select count(*) from first_part) < ${sql.raw(String(count))}`
}

/** The ids of a page, in any order, without asking the index of searches. */
export function walk(selection: Selection, order: SortOrder, cut: Cut): SQL {
  if (order.alertingFirst) return alertingFirst(selection, order, cut)
  const { attention } = selection
  if (attention === undefined) return alongIndex(selection, order, cut)
  return attention ? ofAlerting(selection, order, cut) : withoutAlerts(selection, order, cut)
}
