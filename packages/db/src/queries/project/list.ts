import { parseInput } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { protectionLevels } from '@highwater/core/policy'
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { project, projectState } from '../../schema/index.ts'
import {
  type CursorValue,
  decodeCursor,
  encodeCursor,
  type Page,
  pageFields,
  rankTextAndId,
  rowAfter,
  textAndId,
  timeAndId,
  toPage,
} from '../cursor.ts'
import type { Reader } from '../reader.ts'
import { hasNoOpenAlerts, hasOpenAlerts, projectCondition, projectFilterFields } from './filters.ts'
import { type ProjectItem, type ProjectRow, selectItems, toItem } from './item.ts'

export const projectSorts = ['name', '-createdAt', 'level', 'attention'] as const

export const listProjectsInput = z.strictObject({
  ...projectFilterFields,
  ...pageFields,
  sort: z.enum(projectSorts).default('name'),
})

const [name, id, createdAt] = [sql`${project.name}`, sql`${project.id}`, sql`${project.createdAt}`]
const levelRank = sql`${project.levelRank}`

interface Order {
  readonly columns: readonly SQL[]
  readonly direction: 'ascending' | 'descending'
  readonly cursor: z.ZodType<readonly CursorValue[]>
  readonly valuesOf: (row: ProjectRow) => CursorValue[]
}

const orders: Readonly<Record<'name' | '-createdAt' | 'level', Order>> = {
  name: {
    columns: [name, id],
    direction: 'ascending',
    cursor: textAndId,
    valuesOf: (row) => [row.name, row.id],
  },
  '-createdAt': {
    columns: [createdAt, id],
    direction: 'descending',
    cursor: timeAndId,
    valuesOf: (row) => [row.createdAt, row.id],
  },
  level: {
    columns: [levelRank, name, id],
    direction: 'ascending',
    cursor: rankTextAndId,
    valuesOf: (row) => [protectionLevels.indexOf(row.protectionLevel), row.name, row.id],
  },
}

/** What a page is cut from; its projects' states are joined before the cut only where they decide. */
interface Selection {
  readonly condition: SQL | undefined
  readonly byState: boolean
}

/** The rows of one order behind `after`. */
function readOrdered(
  db: Reader,
  { condition, byState }: Selection,
  order: Order,
  after: readonly CursorValue[] | null,
  count: number,
): Promise<ProjectRow[]> {
  const sorted = order.columns.map(order.direction === 'ascending' ? asc : desc)
  const all = db.select({ id: project.id }).from(project).$dynamic()
  const joined = byState ? all.innerJoin(projectState, eq(projectState.projectId, project.id)) : all
  const page = joined
    .where(and(condition, rowAfter(order.columns, after, order.direction)))
    .orderBy(...sorted)
    .limit(count)
  return selectItems(db, sql`${project.id} = any(array(${page}))`).orderBy(...sorted)
}

/** Projects with an open alert by name, then all others by name: each part has an index of its own. */
async function readByAttention(
  db: Reader,
  condition: SQL | undefined,
  after: readonly CursorValue[] | null,
  count: number,
  attention: boolean | undefined,
): Promise<ProjectRow[]> {
  const [part = 0, ...position] = after ?? []
  const behind = after === null ? null : position
  const read = (of: SQL, from: readonly CursorValue[] | null, most: number) =>
    readOrdered(db, { condition: and(condition, of), byState: true }, orders.name, from, most)
  const alerting = part === 0 && attention !== false ? await read(hasOpenAlerts, behind, count) : []
  if (alerting.length === count || attention === true) return alerting
  const calm = await read(hasNoOpenAlerts, part === 0 ? null : behind, count - alerting.length)
  return [...alerting, ...calm]
}

const attentionValues = (row: ProjectRow) => [row.openAlerts > 0 ? 0 : 1, row.name, row.id]

/** One page of the projects that the viewer may see. */
export async function listProjects(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof listProjectsInput>,
): Promise<Page<ProjectItem>> {
  const { limit, cursor, sort, ...filter } = parseInput(listProjectsInput, rawInput)
  const condition = projectCondition(viewer, filter)
  if (sort === 'attention') {
    const after = decodeCursor(cursor, sort, rankTextAndId)
    const rows = await readByAttention(db.orm, condition, after, limit + 1, filter.attention)
    return toPage(rows, limit, toItem(viewer), (row) => encodeCursor(sort, attentionValues(row)))
  }
  const order = orders[sort]
  const after = decodeCursor(cursor, sort, order.cursor)
  const byState = filter.state !== undefined || filter.attention !== undefined
  const rows = await readOrdered(db.orm, { condition, byState }, order, after, limit + 1)
  return toPage(rows, limit, toItem(viewer), (row) => encodeCursor(sort, order.valuesOf(row)))
}
