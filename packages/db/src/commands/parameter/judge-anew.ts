import { type Instant, seconds } from '@highwater/core'
import type { Parameters } from '@highwater/core/parameters'
import { guardedLevels } from '@highwater/core/policy'
import type { Transaction } from '../../client/connect.ts'
import { lookAgainAtLevels } from '../look-again.ts'
import { sqlOf } from '../sql-of.ts'

/**
 * Has every project judged by the new values in the next cycle. What waits to fire carries a
 * deadline of its own, which moves along; it is written behind the projects' locks, as evaluation does.
 */
export async function judgeAnew(
  tx: Transaction,
  before: Parameters,
  after: Parameters,
  now: Instant,
): Promise<void> {
  await lookAgainAtLevels(tx, guardedLevels, now)
  if (before.pendingSeconds === after.pendingSeconds) return
  await sqlOf(tx)`
    update alert set fires_at = since + ${`${seconds(after.pendingSeconds)} milliseconds`}::interval
    where state = 'pending' and project_id is not null and closed_at is null`
}
