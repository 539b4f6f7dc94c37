import {
  type Instant,
  isId,
  type Millis,
  type ProjectId,
  type SourceId,
  type UserId,
} from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { project, projectState, source } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import { type Reader, readTogether } from '../reader.ts'
import { projectVisibleTo } from '../visible.ts'
import { type ProjectItem, selectItems, toItem } from './item.ts'

/** A project with what only its own page shows. */
export interface ProjectDetail extends ProjectItem {
  readonly expectedIntervalSeconds: number | null
  readonly alertBeforeCatchUp: boolean
  /** Those who look after it beside its owner, by name. */
  readonly maintainers: readonly { readonly id: UserId; readonly name: string }[]
  /** The collector that found it; null for a project that is pushed. */
  readonly source: { readonly id: SourceId; readonly name: string } | null
  readonly message: string | null
  /** How far ahead its source's clock was, where that was worth a flag. */
  readonly clockAheadMs: Millis | null
  readonly interruptedSince: Instant | null
  readonly pausedSince: Instant | null
  readonly evaluatedAt: Instant | null
  /** Null while it is watched. */
  readonly watchPause: WatchPause | null
  readonly releasedAt: Instant | null
}

/** Who stopped watching a project, and until when. */
export interface WatchPause {
  readonly since: Instant
  /** Null for one that lasts until somebody ends it. */
  readonly until: Instant | null
  readonly byName: string | null
  readonly reason: string | null
}

const moreColumns = {
  expectedIntervalSeconds: project.expectedIntervalSeconds,
  alertBeforeCatchUp: project.alertBeforeCatchUp,
  maintainers: sql<{ id: UserId; name: string }[]>`coalesce((
    select json_agg(json_build_object('id', m.id, 'name', m.display_name)
      order by m.display_name, m.id)
    from project_maintainer pm join account m on m.id = pm.user_id
    where pm.project_id = "project"."id"), '[]')`,
  sourceId: project.sourceId,
  sourceName: source.name,
  message: projectState.message,
  clockAheadMs: projectState.clockAheadMs,
  interruptedSince: projectState.interruptedSince,
  pausedSince: projectState.pausedSince,
  evaluatedAt: projectState.evaluatedAt,
  releasedAt: project.releasedAt,
  pause: {
    since: project.watchPausedAt,
    until: project.watchPausedUntil,
    byName: project.watchPausedByName,
    reason: project.watchPauseReason,
  },
}

/** @throws AppError `not_found`, also for what the viewer may not see */
export async function readProject(
  db: Reader,
  viewer: Actor,
  id: ProjectId,
): Promise<ProjectDetail> {
  if (!isId(id)) throw notFound('project')
  const condition = and(eq(project.id, id), isNull(project.deletedAt), projectVisibleTo(viewer))
  const item = toItem(viewer)(foundOne(await selectItems(db, condition), 'project'))
  const [more] = await db
    .select(moreColumns)
    .from(project)
    .innerJoin(projectState, eq(projectState.projectId, project.id))
    .leftJoin(source, eq(source.id, project.sourceId))
    .where(eq(project.id, id))
  const { sourceId, sourceName, pause, ...detail } = foundOne(
    more === undefined ? [] : [more],
    'project',
  )
  const from = sourceId !== null && sourceName !== null ? { id: sourceId, name: sourceName } : null
  const since = item.isWatched ? null : (pause?.since ?? null)
  const watchPause = since === null || pause === null ? null : { ...pause, since }
  return { ...item, ...detail, source: from, watchPause }
}

export const getProject = (db: Database, viewer: Actor, id: ProjectId): Promise<ProjectDetail> =>
  readTogether(db, (tx) => readProject(tx, viewer, id))

/**
 * A project by its id or its external key, as programs name one.
 * @throws AppError `not_found`
 */
export async function getProjectByReference(
  db: Database,
  viewer: Actor,
  reference: string,
): Promise<ProjectDetail> {
  return readTogether(db, async (tx) => {
    const [found] = await tx
      .select({ id: project.id })
      .from(project)
      .where(
        and(
          or(
            eq(project.externalKey, reference),
            isId(reference) ? eq(project.id, reference as ProjectId) : undefined,
          ),
          isNull(project.deletedAt),
        ),
      )
      .limit(1)
    if (found === undefined) throw notFound('project')
    return readProject(tx, viewer, found.id)
  })
}
