import type { AlertId, Instant } from '@highwater/core'
import type { AlertEvent } from '@highwater/core/alert'
import type { Actor } from '@highwater/core/permissions'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { SilenceScope } from '@highwater/core/silence'
import { and, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { alert, project } from '../../schema/index.ts'
import { shortIdOf } from '../alert/item.ts'
import type { Reader } from '../reader.ts'
import { alertVisibleTo, projectVisibleTo } from '../visible.ts'

/** An open alert that a silence would hide. */
export interface PreviewedAlert {
  readonly id: AlertId
  readonly shortId: string
  readonly event: AlertEvent
  readonly level: ProtectionLevel
  readonly subject: string
  readonly openedAt: Instant
}

const shownAlerts = 20

const anyOf = (column: SQL, type: 'uuid' | 'text', values: readonly string[]): SQL | undefined =>
  values.length === 0
    ? undefined
    : sql`${column} = any(${sql.param([...values])}::${sql.raw(type)}[])`

/** The same as `coversProject` of the rule book, asked of the database. */
function scopeCondition(scope: SilenceScope, of: { department: SQL; level: SQL }): SQL | undefined {
  const { exceptProjects, tags } = scope
  const id = sql`${project.id}`
  return and(
    scope.department === null ? undefined : sql`${of.department} = ${scope.department}`,
    anyOf(id, 'uuid', scope.projects),
    anyOf(of.department, 'uuid', scope.departments),
    anyOf(of.level, 'text', scope.levels),
    tags.length === 0 ? undefined : sql`${project.tags} @> ${sql.param([...tags])}::text[]`,
    exceptProjects.length === 0
      ? undefined
      : sql`not coalesce(${anyOf(id, 'uuid', exceptProjects)}, false)`,
  )
}

export async function countCoveredProjects(
  db: Reader,
  viewer: Actor,
  scope: SilenceScope,
): Promise<number> {
  const covered = scopeCondition(scope, {
    department: sql`${project.departmentId}`,
    level: sql`${project.level}`,
  })
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(project)
    .where(and(isNull(project.deletedAt), projectVisibleTo(viewer), covered))
  return row?.count ?? 0
}

export async function readCoveredAlerts(db: Reader, viewer: Actor, scope: SilenceScope) {
  const covered = scopeCondition(scope, {
    department: sql`${alert.departmentId}`,
    level: sql`${alert.level}`,
  })
  const rows = await db
    .select({
      id: alert.id,
      number: alert.number,
      event: alert.event,
      level: alert.level,
      subject: alert.subject,
      openedAt: alert.openedAt,
      count: sql<number>`(count(*) over ())::int`,
    })
    .from(alert)
    .leftJoin(project, eq(project.id, alert.projectId))
    .where(
      and(
        isNull(alert.closedAt),
        ne(alert.state, 'pending'),
        alertVisibleTo(viewer),
        anyOf(sql`${alert.event}`, 'text', scope.events),
        covered,
      ),
    )
    .orderBy(desc(alert.openedAt), desc(alert.id))
    .limit(shownAlerts)
  const items = rows.map(({ number, count: _, ...row }) => ({ ...row, shortId: shortIdOf(number) }))
  return { count: rows[0]?.count ?? 0, items }
}
