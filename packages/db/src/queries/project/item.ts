import {
  type DepartmentId,
  type Instant,
  type ProjectId,
  seconds,
  toSeconds,
  type UserId,
} from '@highwater/core'
import { type Calming, calmingOf, staleFrom } from '@highwater/core/alert'
import { parametersFrom } from '@highwater/core/parameters'
import { type Actor, can } from '@highwater/core/permissions'
import type { ProtectionLevel } from '@highwater/core/policy'
import {
  type Latency,
  latencyAt,
  type ProjectKind,
  type ProjectState,
} from '@highwater/core/project'
import { eq, type SQL, sql } from 'drizzle-orm'
import { askForRows } from '../../client/ask-for-rows.ts'
import type { Database } from '../../client/connect.ts'
import { project, projectState } from '../../schema/index.ts'
import type { Reader } from '../reader.ts'
import { latencyOf } from './latency.ts'
import { isWatchedNow } from './watched.ts'

/** A project as lists and the API show it. */
export interface ProjectItem {
  readonly id: ProjectId
  readonly name: string
  readonly kind: ProjectKind
  readonly externalKey: string | null
  readonly department: DepartmentId
  readonly departmentName: string
  readonly owner: UserId | null
  readonly ownerName: string | null
  readonly sourceType: string | null
  readonly targetType: string | null
  readonly protectionLevel: ProtectionLevel
  readonly state: ProjectState
  readonly step: string | null
  /** At the moment of the read: a position goes on growing without signals. */
  readonly latencySeconds: number | null
  readonly latencyObservedAt: Instant | null
  /** From then on the figure is too old to be judged by; null of a position, which grows by itself. */
  readonly latencyStaleFrom: Instant | null
  readonly caughtUpAt: Instant | null
  readonly lastSignalAt: Instant | null
  readonly tags: readonly string[]
  /** The secret part of its heartbeat address; null for those who may not send its signals. */
  readonly pingToken: string | null
  readonly openAlerts: number
  /** False while people want no alerts of it. */
  readonly isWatched: boolean
  readonly version: number
  readonly createdAt: Instant
}

const itemColumns = {
  id: project.id,
  name: project.name,
  kind: project.kind,
  externalKey: project.externalKey,
  department: project.departmentId,
  // Looked up for the rows of the page alone, after sorting and cutting.
  departmentName: sql<string>`(select d.name from department d where d.id = ${project.departmentId})`,
  owner: project.ownerId,
  ownerName: sql<
    string | null
  >`(select a.display_name from account a where a.id = ${project.ownerId})`,
  sourceType: project.sourceType,
  targetType: project.targetType,
  protectionLevel: project.level,
  state: projectState.state,
  step: projectState.step,
  latencyMs: projectState.latencyMs,
  positionAt: projectState.positionAt,
  latencyObservedAt: projectState.latencyObservedAt,
  latencyHeardAt: projectState.latencyHeardAt,
  latencyGapMs: projectState.latencyGapMs,
  usualIntervalMs: projectState.usualIntervalMs,
  declaredSeconds: project.expectedIntervalSeconds,
  caughtUpAt: projectState.caughtUpAt,
  lastSignalAt: projectState.lastSignalAt,
  tags: project.tags,
  pingToken: project.pingToken,
  openAlerts: projectState.openAlerts,
  isWatched: isWatchedNow,
  version: project.version,
  createdAt: project.createdAt,
  now: sql<Instant>`now()`,
  overrides: sql<Record<string, number>>`(
    select coalesce(json_object_agg(key, value), '{}') from parameter where value is not null)`,
}

/** The projects of a condition. */
export const selectItems = (db: Reader, condition: SQL | undefined) =>
  db
    .select(itemColumns)
    .from(project)
    .innerJoin(projectState, eq(projectState.projectId, project.id))
    .where(condition)

export type ProjectRow = Awaited<ReturnType<typeof selectItems>>[number]

const namedColumns = sql.join(
  Object.entries(itemColumns).map(([name, column]) => sql`${column} as ${sql.identifier(name)}`),
  sql`, `,
)

/** The projects of these ids, sorted and cut. */
export const askForItems = (
  db: Database,
  ids: SQL,
  order: SQL,
  count: number,
): Promise<ProjectRow[]> =>
  askForRows(
    db,
    sql`
      select ${namedColumns} from ${project}
      inner join ${projectState} on ${eq(projectState.projectId, project.id)}
      where ${project.id} = any(array(${ids}))
      order by ${order} limit ${sql.raw(String(count))}`,
    [
      'positionAt',
      'latencyObservedAt',
      'latencyHeardAt',
      'caughtUpAt',
      'lastSignalAt',
      'createdAt',
      'now',
    ],
  )

function staleFromOf(row: ProjectRow, latency: Latency | null, calming: Calming): Instant | null {
  const { latencyHeardAt, latencyGapMs, lastSignalAt, declaredSeconds } = row
  const interval = declaredSeconds === null ? row.usualIntervalMs : seconds(declaredSeconds)
  const heard = { latency, latencyHeardAt, latencyGap: latencyGapMs, lastSignalAt }
  return staleFrom(heard, interval, calming)
}

/** The columns of which an item tells more than they hold. */
type Told =
  | 'latencyMs'
  | 'positionAt'
  | 'latencyHeardAt'
  | 'latencyGapMs'
  | 'usualIntervalMs'
  | 'declaredSeconds'
  | 'overrides'
  | 'now'
  | 'pingToken'

function shownOf(row: ProjectRow): Omit<ProjectRow, Told> {
  const { latencyMs: _l, positionAt: _p, latencyHeardAt: _h, latencyGapMs: _g, ...rest } = row
  const { usualIntervalMs: _u, declaredSeconds: _d, overrides: _o, now: _n, ...more } = rest
  const { pingToken: _t, ...shown } = more
  return shown
}

/** Reads the rows of one answer, all of one moment: the parameters that they bear are the same. */
export function toItem(viewer: Actor): (row: ProjectRow) => ProjectItem {
  let calming: Calming | null = null
  return (row) => {
    const { latencyMs, positionAt, now, pingToken, department, owner } = row
    const latency = latencyOf(latencyMs, positionAt)
    const maySend = can(viewer, 'signal.write', { department, owner }).allowed
    calming ??= calmingOf(parametersFrom(row.overrides))
    return {
      ...shownOf(row),
      pingToken: maySend ? pingToken : null,
      latencySeconds: latency && toSeconds(latencyAt(latency, now)),
      latencyStaleFrom: staleFromOf(row, latency, calming),
    }
  }
}
