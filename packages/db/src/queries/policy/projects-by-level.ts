import type { Actor } from '@highwater/core/permissions'
import { type GuardedLevel, guardedLevels, protectionLevels } from '@highwater/core/policy'
import { sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { project } from '../../schema/index.ts'
import { permit } from '../permit.ts'
import { projectVisibleTo } from '../visible.ts'

/** Beyond this many it matters little how many more there are. */
const countedAtMost = 10_000

/** How many projects that the viewer may see follow the thresholds of each level, counted up to 10,000. */
export async function countProjectsByLevel(
  db: Database,
  viewer: Actor,
): Promise<Record<GuardedLevel, number>> {
  permit(viewer, 'policy.read')
  const visible = projectVisibleTo(viewer) ?? sql`true`
  const counts = guardedLevels.map(
    (level) => sql`${sql.raw(`'${level}'`)}, (select count(*) from (
      select from project where ${project.levelRank} = ${protectionLevels.indexOf(level)}
        and ${project.deletedAt} is null and ${visible} limit ${countedAtMost}) as bounded)`,
  )
  const [row] = await db.orm.execute<{ counts: Record<GuardedLevel, number> }>(
    sql`select json_build_object(${sql.join(counts, sql`, `)}) as counts`,
  )
  if (row === undefined) throw new Error('A select without a table gave no row.')
  return row.counts
}
