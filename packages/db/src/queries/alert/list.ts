import { type AlertId, isId, type ProjectId, parseInput } from '@highwater/core'
import { alertEvents, alertStates, sendingStatuses } from '@highwater/core/alert'
import type { Actor } from '@highwater/core/permissions'
import { protectionLevels } from '@highwater/core/policy'
import { and, desc, eq, gte, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { alert, alertSending } from '../../schema/index.ts'
import {
  decodeCursor,
  encodeCursor,
  type Page,
  pageFields,
  rowAfter,
  timeAndId,
  toPage,
} from '../cursor.ts'
import { idInput, instantInput, searchInput } from '../inputs.ts'
import { newestFound } from '../newest-found.ts'
import { type Search, searchOf } from '../search.ts'
import { alertVisibleTo } from '../visible.ts'
import { type AlertItem, numberOf, selectAlerts, toAlertItem } from './item.ts'

export const alertFilterFields = {
  scope: z.enum(['project', 'system']).optional(),
  /** `open` is every state but closed. */
  state: z.enum([...alertStates, 'open']).optional(),
  event: z.enum(alertEvents).optional(),
  level: z.enum(protectionLevels).optional(),
  sendingStatus: z.enum(sendingStatuses).optional(),
  project: idInput<'project'>().optional(),
  department: idInput<'department'>().optional(),
  /** All that the digest of this short id tells of, such as `D7`. */
  digest: z
    .string()
    .regex(/^D\d{1,15}$/, 'Write the id of a digest, such as D7.')
    .optional(),
  /** Of the opening, both inclusive. */
  from: instantInput.optional(),
  to: instantInput.optional(),
  /** `A123`, an id, or part of the project's name or of the message. */
  q: searchInput.optional(),
}

export const listAlertsInput = z.strictObject({ ...alertFilterFields, ...pageFields })
export const alertFilter = z.strictObject(alertFilterFields)
type AlertFilter = z.output<typeof alertFilter>

export const isOpen: SQL = isNull(alert.closedAt)

function stateCondition(state: AlertFilter['state']): SQL | undefined {
  switch (state) {
    case undefined:
      return undefined
    case 'open':
      return isOpen
    case 'closed':
      return eq(alert.state, 'closed')
    // Naming that it is open lets the small index of open alerts answer.
    case 'pending':
    case 'firing':
    case 'recovering':
      return and(isOpen, eq(alert.state, state))
  }
}

/** What the index over names and messages has, word for word. */
const searchedText = sql`${alert.subject} || ' ' || coalesce(${alert.detail}, '')`

/** A short id is found by its number as well as in texts. */
function searchFor(searched: string): Search {
  const inTexts = searchOf(searchedText, searched)
  const number = numberOf(searched)
  if (number === null) return inTexts
  const numbered = eq(alert.number, number)
  return {
    pairs: inTexts.pairs && or(numbered, inTexts.pairs),
    ofRow: sql`(${numbered} or ${inTexts.ofRow})`,
  }
}

const hasId = (id: string): SQL | undefined =>
  or(eq(alert.id, id as AlertId), eq(alert.projectId, id as ProjectId))

/** As an array, so that the alerts are sought by their ids: the planner expects far more of them. */
const toldBy = (digest: string): SQL => sql`${alert.id} = any(array(
  select n.alert_id from notification n
  where n.digest_id = (select id from digest where number = ${Number(digest.slice(1))})
    and n.alert_id is not null))`

const alertCondition = (viewer: Actor, filter: AlertFilter): SQL | undefined =>
  and(
    alertVisibleTo(viewer),
    filter.scope && eq(alert.scope, filter.scope),
    stateCondition(filter.state),
    filter.event && eq(alert.event, filter.event),
    filter.level && eq(alert.level, filter.level),
    filter.sendingStatus && eq(alertSending.status, filter.sendingStatus),
    filter.project && eq(alert.projectId, filter.project),
    filter.department && eq(alert.departmentId, filter.department),
    filter.digest === undefined ? undefined : toldBy(filter.digest),
    filter.from === undefined ? undefined : gte(alert.openedAt, filter.from),
    filter.to === undefined ? undefined : lte(alert.openedAt, filter.to),
    filter.q !== undefined && isId(filter.q) ? hasId(filter.q) : undefined,
  )

const order = '-openedAt'

/** One page of the alerts that the viewer may see, newest first. */
export async function listAlerts(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof listAlertsInput>,
): Promise<Page<AlertItem>> {
  const { limit, cursor, ...filter } = parseInput(listAlertsInput, rawInput)
  const after = decodeCursor(cursor, order, timeAndId)
  // By the columns of the status that is asked for, whose index then gives the order as well.
  const isByStatus = filter.sendingStatus !== undefined
  const openedAt = isByStatus ? alertSending.openedAt : alert.openedAt
  const id = isByStatus ? alertSending.alertId : alert.id
  const sorted = [sql`${openedAt}`, sql`${id}`] as const
  const behind = and(alertCondition(viewer, filter), rowAfter(sorted, after, 'descending'))
  const ofStatus = eq(alertSending.alertId, alert.id)
  const search = filter.q === undefined || isId(filter.q) ? null : searchFor(filter.q)
  const found = search?.pairs
    ? newestFound({
        from: isByStatus ? sql`${alert} inner join ${alertSending} on ${ofStatus}` : sql`${alert}`,
        key: sorted[0],
        id: sorted[1],
        behind,
        pairs: search.pairs,
        ofRow: search.ofRow,
        count: limit + 1,
      })
    : null
  const all = selectAlerts(
    db.orm,
    found === null ? and(behind, search?.ofRow) : sql`${alert.id} = any(array(${found}))`,
  )
  const rows = await (isByStatus ? all.innerJoin(alertSending, ofStatus) : all)
    .orderBy(desc(openedAt), desc(id))
    .limit(limit + 1)
  return toPage(rows, limit, toAlertItem, (row) => encodeCursor(order, [row.openedAt, row.id]))
}
