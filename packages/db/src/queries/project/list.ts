import { parseInput } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { protectionLevels } from '@highwater/core/policy'
import { and, asc, desc, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { project } from '../../schema/index.ts'
import {
  type CursorValue,
  decodeCursor,
  encodeCursor,
  type Page,
  pageFields,
  rankTextAndId,
  textAndId,
  timeAndId,
  toPage,
} from '../cursor.ts'
import type { Reader } from '../reader.ts'
import {
  hasNoOpenAlerts,
  hasOpenAlerts,
  narrowingOf,
  ofLevelByRow,
  ownCondition,
  projectFilterFields,
  stateCondition,
} from './filters.ts'
import { type ProjectItem, type ProjectRow, selectItems, toItem } from './item.ts'
import { pageIds, type Selection, type SortOrder } from './page-ids.ts'

export const projectSorts = ['name', '-createdAt', 'level', 'attention'] as const

export const listProjectsInput = z.strictObject({
  ...projectFilterFields,
  ...pageFields,
  sort: z.enum(projectSorts).default('name'),
})

const [name, id, createdAt] = [sql`${project.name}`, sql`${project.id}`, sql`${project.createdAt}`]
const levelRank = sql`${project.levelRank}`

interface Order extends SortOrder {
  readonly cursor: z.ZodType<readonly CursorValue[]>
  readonly valuesOf: (row: ProjectRow) => CursorValue[]
}

const orders: Readonly<Record<'name' | '-createdAt' | 'level', Order>> = {
  name: {
    columns: [name, id],
    direction: 'ascending',
    followsNames: true,
    cursor: textAndId,
    valuesOf: (row) => [row.name, row.id],
  },
  '-createdAt': {
    columns: [createdAt, id],
    direction: 'descending',
    followsNames: false,
    cursor: timeAndId,
    valuesOf: (row) => [row.createdAt, row.id],
  },
  level: {
    columns: [levelRank, name, id],
    direction: 'ascending',
    followsNames: true,
    cursor: rankTextAndId,
    valuesOf: (row) => [protectionLevels.indexOf(row.protectionLevel), row.name, row.id],
  },
}

const none = sql`select null::uuid as id where false`

/** The rows of one order behind `after`. */
function readOrdered(
  db: Reader,
  selection: Selection,
  order: Order,
  after: readonly CursorValue[] | null,
  count: number,
): Promise<ProjectRow[]> {
  const ids = pageIds(selection, order, after, count)
  const sorted = order.columns.map(order.direction === 'ascending' ? asc : desc)
  return selectItems(db, sql`${project.id} = any(array(${ids}))`).orderBy(...sorted)
}

/** Projects with an open alert by name, then all others by name: each part has an index of its own. */
function readByAttention(
  db: Reader,
  { ofProject, ofState, narrowing }: Selection,
  ofAlerting: SQL | undefined,
  after: readonly CursorValue[] | null,
  count: number,
  attention: boolean | undefined,
): Promise<ProjectRow[]> {
  const [part = 0, ...position] = after ?? []
  const behind = after === null ? null : position
  const idsOf = (own: Selection, from: readonly CursorValue[] | null) =>
    pageIds(own, orders.name, from, count)
  // Few projects alert at a time: they are read before any filter is asked for its index.
  const alerting =
    part === 0 && attention !== false
      ? idsOf(
          {
            ofProject: and(ofAlerting, narrowing?.ofRow),
            ofState: and(ofState, hasOpenAlerts),
            narrowing: null,
          },
          behind,
        )
      : none
  const calm =
    attention === true
      ? none
      : idsOf(
          { ofProject, ofState: and(ofState, hasNoOpenAlerts), narrowing },
          part === 0 ? null : behind,
        )
  const ids = sql`
    with alerting as materialized (${alerting})
    select id from alerting
    union all select id from (${calm}) as calm where (select count(*) from alerting) < ${sql.raw(String(count))}`
  return selectItems(db, sql`${project.id} = any(array(${ids}))`)
    .orderBy(sql`${hasNoOpenAlerts}`, asc(name), asc(id))
    .limit(count)
}

const attentionValues = (row: ProjectRow) => [row.openAlerts > 0 ? 0 : 1, row.name, row.id]

/** One page of the projects that the viewer may see. */
export async function listProjects(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof listProjectsInput>,
): Promise<Page<ProjectItem>> {
  const { limit, cursor, sort, ...filter } = parseInput(listProjectsInput, rawInput)
  const selection: Selection = {
    ofProject: ownCondition(viewer, filter),
    ofState: stateCondition(filter),
    narrowing: narrowingOf(filter),
  }
  if (sort === 'attention') {
    const after = decodeCursor(cursor, sort, rankTextAndId)
    const ofAlerting = ownCondition(viewer, filter, ofLevelByRow)
    const rows = await readByAttention(
      db.orm,
      selection,
      ofAlerting,
      after,
      limit + 1,
      filter.attention,
    )
    return toPage(rows, limit, toItem(viewer), (row) => encodeCursor(sort, attentionValues(row)))
  }
  const order = orders[sort]
  const after = decodeCursor(cursor, sort, order.cursor)
  const rows = await readOrdered(db.orm, selection, order, after, limit + 1)
  return toPage(rows, limit, toItem(viewer), (row) => encodeCursor(sort, order.valuesOf(row)))
}
