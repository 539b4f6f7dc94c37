import type { Actor } from '@highwater/core/permissions'
import { and, isNull, type SQL, sql } from 'drizzle-orm'
import { project } from '../../schema/index.ts'
import type { Reader } from '../reader.ts'
import { projectVisibleTo } from '../visible.ts'

/** A count that never reads a huge table: exact up to a bound, the planner's estimate above it. */
export interface Count {
  readonly count: number
  readonly isExact: boolean
}

const countedExactly = 10_000

/** How many living projects the viewer may see. */
export async function countProjects(db: Reader, viewer: Actor): Promise<Count> {
  const visible = projectVisibleTo(viewer)
  const condition: SQL | undefined = and(isNull(project.deletedAt), visible)
  const [row] = await db.execute<{ counted: number; estimated: number }>(sql`
    select
      (select count(*)::int from (
        select from project where ${condition} limit ${countedExactly}) as bounded) as counted,
      (select greatest(reltuples, 0)::float8 from pg_class where oid = 'project'::regclass) as estimated`)
  const counted = row?.counted ?? 0
  if (counted < countedExactly) return { count: counted, isExact: true }
  const estimated = visible === undefined ? Math.round(row?.estimated ?? 0) : 0
  return { count: Math.max(counted, estimated), isExact: false }
}
