import { parseInput } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { protectionLevels } from '@highwater/core/policy'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
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
import {
  hasTag,
  isWithin,
  narrowingOf,
  ofLevelByRow,
  ownCondition,
  projectFilterFields,
  stateCondition,
} from './filters.ts'
import { askForItems, type ProjectItem, type ProjectRow, toItem } from './item.ts'
import { attentionRank, pageIds } from './page-ids.ts'
import { columnsOf, orderBy, type SortOrder, sortedProjects } from './sort-order.ts'

export const projectSorts = ['name', '-createdAt', 'level', 'attention'] as const

export const listProjectsInput = z.strictObject({
  ...projectFilterFields,
  ...pageFields,
  sort: z.enum(projectSorts).default('name'),
})

interface Order extends SortOrder {
  readonly cursor: z.ZodType<readonly CursorValue[]>
  readonly valuesOf: (row: ProjectRow) => CursorValue[]
}

const byName = {
  by: ['name', 'id'],
  direction: 'ascending',
  alertingFirst: false,
  followsNames: true,
} as const

const orders: Readonly<Record<(typeof projectSorts)[number], Order>> = {
  name: { ...byName, cursor: textAndId, valuesOf: (row) => [row.name, row.id] },
  '-createdAt': {
    by: ['createdAt', 'id'],
    direction: 'descending',
    alertingFirst: false,
    followsNames: false,
    cursor: timeAndId,
    valuesOf: (row) => [row.createdAt, row.id],
  },
  level: {
    ...byName,
    by: ['levelRank', 'name', 'id'],
    cursor: rankTextAndId,
    valuesOf: (row) => [protectionLevels.indexOf(row.protectionLevel), row.name, row.id],
  },
  attention: {
    ...byName,
    alertingFirst: true,
    cursor: rankTextAndId,
    valuesOf: (row) => [row.openAlerts > 0 ? 0 : 1, row.name, row.id],
  },
}

/** One page of the projects that the viewer may see. */
export async function listProjects(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof listProjectsInput>,
): Promise<Page<ProjectItem>> {
  const { limit, cursor, sort, ...filter } = parseInput(listProjectsInput, rawInput)
  const order = orders[sort]
  const selection = {
    ofProject: ownCondition(viewer, filter),
    ofProjectByRow: ownCondition(viewer, filter, ofLevelByRow),
    isWithin: isWithin(viewer, filter),
    ofState: stateCondition(filter),
    attention: filter.attention,
    tag: filter.tag,
    hasTag: hasTag(filter),
    search: narrowingOf(filter),
  }
  const cut = { after: decodeCursor(cursor, sort, order.cursor), count: limit + 1 }
  const columns = columnsOf(order, sortedProjects)
  const rows = await askForItems(
    db,
    pageIds(selection, order, cut),
    orderBy(order, order.alertingFirst ? [attentionRank, ...columns] : columns),
    cut.count,
  )
  return toPage(rows, limit, toItem(viewer), (row) => encodeCursor(sort, order.valuesOf(row)))
}
