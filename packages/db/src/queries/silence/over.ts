import type { AlertId, Instant, ProjectId, SilenceId } from '@highwater/core'
import type { AlertEvent } from '@highwater/core/alert'
import type { Actor } from '@highwater/core/permissions'
import type { ProtectionLevel } from '@highwater/core/policy'
import { covers, coversProject, type SilenceKind, type SilenceScope } from '@highwater/core/silence'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { alert, project, silence } from '../../schema/index.ts'
import { alertVisibleTo, departmentVisibleTo, projectVisibleTo } from '../visible.ts'
import { isInEffect } from './item.ts'

/** A silence that holds messages back right now. */
export interface SilenceNow {
  readonly id: SilenceId
  readonly kind: SilenceKind
  readonly name: string
  readonly until: Instant
  /** Whether the viewer may look at it: another department's name is enough otherwise. */
  readonly visible: boolean
  /** Empty for all. */
  readonly events: readonly AlertEvent[]
}

async function readInEffect(db: Database, viewer: Actor) {
  const visible = departmentVisibleTo(viewer, silence.departmentId, { shared: true }) ?? sql`true`
  const rows = await db.orm
    .select({ row: silence, visible: sql<boolean>`${visible}` })
    .from(silence)
    .where(isInEffect)
    .orderBy(asc(silence.id))
  return rows.map(({ row, visible: isVisible }) => {
    const scope: SilenceScope = {
      department: row.departmentId,
      projects: row.projectIds,
      departments: row.departmentIds,
      tags: row.tags,
      events: row.events,
      levels: row.levels,
      exceptProjects: row.exceptProjectIds,
    }
    const { id, kind, name, spanUntil, events } = row
    // In effect means that it has an end: the condition compares the two.
    const now = { id, kind, name, until: spanUntil ?? row.createdAt, visible: isVisible, events }
    return { scope, now }
  })
}

const byEnd = (silences: readonly SilenceNow[]): SilenceNow[] =>
  silences.toSorted((one, other) => other.until - one.until)

/** What holds this project's messages back right now, of some events or of all; the last to end first. */
export async function silencesOverProject(
  db: Database,
  viewer: Actor,
  id: ProjectId,
): Promise<SilenceNow[]> {
  const [row] = await db.orm
    .select({
      project: project.id,
      department: project.departmentId,
      tags: project.tags,
      level: project.level,
    })
    .from(project)
    .where(and(eq(project.id, id), projectVisibleTo(viewer)))
  if (row === undefined) return []
  const inEffect = await readInEffect(db, viewer)
  return byEnd(inEffect.flatMap(({ scope, now }) => (coversProject(scope, row) ? [now] : [])))
}

/** What holds this alert's messages back right now, the last to end first. */
export async function silencesOverAlert(
  db: Database,
  viewer: Actor,
  id: AlertId,
): Promise<SilenceNow[]> {
  const [row] = await db.orm
    .select({
      event: alert.event,
      level: sql<ProtectionLevel>`${alert.level}`,
      project: alert.projectId,
      department: alert.departmentId,
      tags: sql<string[]>`coalesce(${project.tags}, '{}')`,
    })
    .from(alert)
    .leftJoin(project, eq(project.id, alert.projectId))
    .where(and(eq(alert.id, id), alertVisibleTo(viewer)))
  if (row === undefined) return []
  const inEffect = await readInEffect(db, viewer)
  return byEnd(inEffect.flatMap(({ scope, now }) => (covers(scope, row) ? [now] : [])))
}
