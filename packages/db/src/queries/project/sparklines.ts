import type { Instant, ProjectId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { project } from '../../schema/index.ts'
import { projectVisibleTo } from '../visible.ts'

export interface LatencySample {
  readonly at: Instant
  /** Null where nothing is known: the line breaks. */
  readonly seconds: number | null
}

export interface Sparkline {
  readonly projectId: ProjectId
  readonly from: Instant
  readonly to: Instant
  readonly samples: readonly LatencySample[]
}

const bucketCount = 48

interface SampleRow extends Record<string, unknown> {
  readonly project_id: ProjectId
  readonly at: Instant
  readonly seconds: number | null
  readonly now: Instant
}

/**
 * The last day of each project's latency: the last sample of every half hour, one index descent each,
 * so that the cost does not follow how often a project reports.
 */
export async function readSparklines(
  db: Database,
  viewer: Actor,
  projectIds: readonly ProjectId[],
): Promise<Sparkline[]> {
  if (projectIds.length === 0) return []
  const visible = await db.orm
    .select({ id: project.id })
    .from(project)
    .where(
      and(
        inArray(project.id, [...projectIds]),
        isNull(project.deletedAt),
        projectVisibleTo(viewer),
      ),
    )
  const rows = await db.orm.execute<SampleRow>(sql`
    select p.id as project_id, coalesce(s.observed_at, b.until) as at, s.seconds, b.now
    from unnest(${sql.param(visible.map((row) => row.id))}::uuid[]) as p (id)
    cross join (
      select now() as now, now() - (${bucketCount} - n) * interval '30 minutes' as since,
        now() - (${bucketCount} - 1 - n) * interval '30 minutes' as until
      from generate_series(0, ${bucketCount} - 1) as n
    ) b
    left join lateral (
      select observed_at, coalesce(latency_ms / 1000.0,
        greatest(0, extract(epoch from observed_at - position_at)))::float8 as seconds
      from signal
      where project_id = p.id and observed_at > b.since and observed_at <= b.until
        and received_at > b.since
        and received_at < b.until + interval '1 hour' and (latency_ms is not null or position_at is not null)
      order by observed_at desc limit 1
    ) s on true
    order by p.id, at`)
  return visible.map(({ id }) => {
    const own = rows.filter((row) => row.project_id === id)
    const to = own[0]?.now ?? (0 as Instant)
    return {
      projectId: id,
      from: (to - 24 * 3_600_000) as Instant,
      to,
      samples: own.map(({ at, seconds }) => ({ at, seconds })),
    }
  })
}
