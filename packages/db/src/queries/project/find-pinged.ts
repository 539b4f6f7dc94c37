import type { Instant, ProjectId } from '@highwater/core'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { project } from '../../schema/index.ts'
import { foundOne } from '../not-found.ts'

/**
 * The project that a heartbeat address belongs to, and the moment of asking. The address is the
 * secret: whoever knows it may speak for this project and for nothing else. A deleted one is found
 * too, so that its caller is told that.
 * @throws AppError `not_found`
 */
export async function findPingedProject(
  db: Database,
  pingToken: string,
): Promise<{ readonly id: ProjectId; readonly now: Instant }> {
  const rows = await db.orm
    .select({ id: project.id, now: sql<Instant>`now()` })
    .from(project)
    .where(eq(project.pingToken, pingToken))
  return foundOne(rows, 'heartbeat address')
}
