import { type DepartmentId, type Instant, isId, type Millis, type SourceId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { source } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import { departmentVisibleTo } from '../visible.ts'

/** A collector as it may be shown: never its sealed secrets. */
export interface SourceItem {
  readonly id: SourceId
  readonly name: string
  readonly kind: string
  readonly config: Record<string, unknown>
  readonly department: DepartmentId
  readonly departmentName: string
  readonly enabled: boolean
  readonly intervalSeconds: number
  readonly nextCollectAt: Instant | null
  readonly lastCollectedAt: Instant | null
  readonly failingSince: Instant | null
  readonly failures: number
  readonly lastFailure: { readonly reason: string; readonly message: string } | null
  readonly clockAheadMs: Millis | null
  readonly projects: number
  readonly version: number
  readonly createdAt: Instant
}

const itemColumns = {
  id: source.id,
  name: source.name,
  kind: source.kind,
  config: source.config,
  department: source.departmentId,
  departmentName: sql<string>`(select d.name from department d where d.id = "source"."department_id")`,
  enabled: source.enabled,
  intervalSeconds: source.intervalSeconds,
  nextCollectAt: source.nextCollectAt,
  lastCollectedAt: source.lastCollectedAt,
  failingSince: source.failingSince,
  failures: source.failures,
  lastFailure: source.lastFailure,
  clockAheadMs: source.clockAheadMs,
  projects: sql<number>`(
    select count(*)::int from project p where p.source_id = "source"."id" and p.deleted_at is null)`,
  version: source.version,
  createdAt: source.createdAt,
}

const select = (db: Database, viewer: Actor, condition?: SQL) =>
  db.orm
    .select(itemColumns)
    .from(source)
    .where(
      and(
        isNull(source.deletedAt),
        departmentVisibleTo(viewer, source.departmentId, { shared: false }),
        condition,
      ),
    )
    .orderBy(asc(source.name))

const mostSources = 1_000

/** The collectors of the viewer's departments, by name. */
export const listSources = async (db: Database, viewer: Actor): Promise<SourceItem[]> =>
  select(db, viewer).limit(mostSources)

/** @throws AppError `not_found`, also for what the viewer may not see */
export async function getSource(db: Database, viewer: Actor, id: SourceId): Promise<SourceItem> {
  if (!isId(id)) throw notFound('source')
  return foundOne(await select(db, viewer, eq(source.id, id)), 'source')
}
