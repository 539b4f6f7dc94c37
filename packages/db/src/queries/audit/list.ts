import { type DepartmentId, type Instant, parseInput } from '@highwater/core'
import {
  type AuditOperation,
  type AuditTarget,
  auditOperations,
  auditTargets,
  type RiskLevel,
  riskLevels,
} from '@highwater/core/audit'
import { type Actor, actingRoles } from '@highwater/core/permissions'
import { and, desc, eq, getTableColumns, gte, lt, lte, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { auditEvent } from '../../schema/index.ts'
import { decodeCursor, encodeCursor, onlyNumber, type Page, pageFields, toPage } from '../cursor.ts'
import { instantInput, referenceInput, searchInput } from '../inputs.ts'
import { newestFound } from '../newest-found.ts'
import { notFound } from '../not-found.ts'
import { permit } from '../permit.ts'
import { searchOf } from '../search.ts'

export const auditFilterFields = {
  /** An actor's id. */
  actor: referenceInput.optional(),
  target: z.enum(auditTargets).optional(),
  targetId: referenceInput.optional(),
  operation: z.enum(auditOperations).optional(),
  role: z.enum(actingRoles).optional(),
  risk: z.enum(riskLevels).optional(),
  result: z.enum(['succeeded', 'refused']).optional(),
  from: instantInput.optional(),
  to: instantInput.optional(),
  /** Part of the actor's or the target's name. */
  q: searchInput.optional(),
}

export const listAuditEventsInput = z.strictObject({ ...auditFilterFields, ...pageFields })

/** One entry of the operation audit; secrets were masked when it was written. */
export interface AuditItem {
  readonly id: number
  readonly at: Instant
  readonly actorType: 'user' | 'token' | 'system' | 'anonymous'
  readonly actorId: string | null
  readonly actorName: string
  readonly actorRole: string | null
  readonly departmentId: DepartmentId | null
  readonly target: AuditTarget
  readonly targetId: string | null
  readonly targetName: string | null
  readonly operation: AuditOperation
  readonly action: string
  readonly risk: RiskLevel
  readonly result: 'succeeded' | 'refused'
  readonly reason: string | null
  readonly ip: string | null
  readonly userAgent: string | null
  readonly requestId: string
  readonly changes: readonly {
    readonly path: string
    readonly before: unknown
    readonly after: unknown
  }[]
}

export interface AuditDetail extends AuditItem {
  readonly before: unknown
  readonly after: unknown
}

/** What the index over names has, word for word. */
const searchedText = sql`${auditEvent.actorName} || ' ' || coalesce(${auditEvent.targetName}, '')`
const order = '-id'

type AuditFilter = Omit<z.output<typeof listAuditEventsInput>, 'limit' | 'cursor'>

/** What of the audit a filter means, its search aside. */
const auditCondition = (filter: AuditFilter): SQL | undefined =>
  and(
    filter.actor === undefined ? undefined : eq(auditEvent.actorId, filter.actor),
    filter.target && eq(auditEvent.target, filter.target),
    filter.targetId === undefined ? undefined : eq(auditEvent.targetId, filter.targetId),
    filter.operation && eq(auditEvent.operation, filter.operation),
    filter.role === undefined ? undefined : eq(auditEvent.actorRole, filter.role),
    // Written out, so that the small indexes of what is grave or was refused answer.
    filter.risk && sql`${auditEvent.risk} = ${sql.raw(`'${filter.risk}'`)}`,
    filter.result && sql`${auditEvent.result} = ${sql.raw(`'${filter.result}'`)}`,
    filter.from === undefined ? undefined : gte(auditEvent.at, filter.from),
    filter.to === undefined ? undefined : lte(auditEvent.at, filter.to),
  )

/** The next entries of a filter, newest first, `before` one or from the newest on. */
export function auditPage(filter: AuditFilter, before: number | null, count: number) {
  const behind = and(
    auditCondition(filter),
    before === null ? undefined : lt(auditEvent.id, before),
  )
  const search = filter.q === undefined ? null : searchOf(searchedText, filter.q)
  if (!search?.pairs) return and(behind, search?.ofRow)
  const id = sql`${auditEvent.id}`
  const found = { ...search, pairs: search.pairs, behind, count }
  return sql`${id} = any(array(${newestFound({ from: sql`${auditEvent}`, id, key: id, ...found })}))`
}

/** Where an entry stands in the chain is for those who verify it, not for readers. */
const {
  lane: _lane,
  position: _position,
  sealKey: _sealKey,
  seal: _seal,
  ...columns
} = getTableColumns(auditEvent)

const toItem = ({ before: _before, after: _after, ...item }: AuditDetail): AuditItem => item

/** One page of the operation audit, newest first. @throws AppError `forbidden` */
export async function listAuditEvents(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof listAuditEventsInput> = {},
): Promise<Page<AuditItem>> {
  permit(viewer, 'audit.read')
  const { limit, cursor, ...filter } = parseInput(listAuditEventsInput, rawInput)
  const after = decodeCursor(cursor, order, onlyNumber)
  const rows = await db.orm
    .select(columns)
    .from(auditEvent)
    .where(auditPage(filter, after?.[0] ?? null, limit + 1))
    .orderBy(desc(auditEvent.id))
    .limit(limit + 1)
  return toPage(rows, limit, toItem, (row) => encodeCursor(order, [row.id]))
}

/** @throws AppError `forbidden`, `not_found` */
export async function getAuditEvent(db: Database, viewer: Actor, id: number): Promise<AuditDetail> {
  permit(viewer, 'audit.read')
  const [row] = Number.isSafeInteger(id)
    ? await db.orm.select(columns).from(auditEvent).where(eq(auditEvent.id, id))
    : []
  if (row === undefined) throw notFound('audit event')
  return row
}
