import type { Instant, ProjectId } from '@highwater/core'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { project } from '../../schema/index.ts'
import { cancelUnsent } from '../cancel-unsent.ts'
import { lookAgainAt } from '../look-again.ts'

/**
 * Marks projects as deleted. Their rows stay, so that late signals are told why they are refused; the
 * worker closes their alerts at once and tells those who had heard of them.
 */
export async function buryProjects(
  tx: Transaction,
  ids: readonly ProjectId[],
  now: Instant,
): Promise<void> {
  await tx
    .update(project)
    .set({ deletedAt: now, version: sql`${project.version} + 1` })
    .where(sql`${project.id} = any(${sql.param([...ids])}::uuid[])`)
  await lookAgainAt(tx, ids, now)
  await cancelUnsent(tx, { repeatsOf: [...ids], reason: 'project_deleted' }, now)
}
