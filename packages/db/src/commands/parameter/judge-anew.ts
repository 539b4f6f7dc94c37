import { type Instant, minutes, seconds } from '@highwater/core'
import {
  type JudgedByParameters,
  judges,
  type ParameterKey,
  type Parameters,
  parameterTable,
} from '@highwater/core/parameters'
import { guardedLevels } from '@highwater/core/policy'
import type { Transaction } from '../../client/connect.ts'
import { lookAgainAtLevels } from '../look-again.ts'
import { sqlOf } from '../sql-of.ts'
import { moveRecoveries } from './move-recoveries.ts'

/** What waits to fire carries a deadline of its own, which moves along. */
const movePending = (tx: Transaction, { pendingSeconds }: Parameters) => sqlOf(tx)`
  update alert set fires_at = since + ${`${seconds(pendingSeconds)} milliseconds`}::interval
  where state = 'pending' and project_id is not null and closed_at is null`

/** Reminders that are still to come do, too. */
const moveReminders = (tx: Transaction, { silenceReminderMinutes }: Parameters) => sqlOf(tx)`
  update silence set remind_at = greatest(span_from,
    span_until - ${`${minutes(silenceReminderMinutes)} milliseconds`}::interval)
  where next_change_at is not null and remind_at is not null`

/**
 * Has everything that goes by these parameters judged by the new values in the next cycle; answers
 * whether projects are among it. Deadlines that are stored move along; they are written behind the
 * locks of what they are about, as whoever judges it writes them.
 */
export async function judgeAnew(
  tx: Transaction,
  keys: readonly ParameterKey[],
  after: Parameters,
  now: Instant,
): Promise<boolean> {
  const sql = sqlOf(tx)
  const concerns = (what: JudgedByParameters) =>
    keys.some((key) => judges(what, parameterTable[key]))
  const ofProjects = concerns('projects')
  const ofHosts = concerns('hosts')
  if (ofProjects) await lookAgainAtLevels(tx, guardedLevels, now)
  if (ofHosts) await sql`update host set due_at = ${now} where deleted_at is null`
  if (concerns('channels')) {
    await sql`update channel set due_at = ${now} where failing_since is not null`
  }
  if (keys.includes('pendingSeconds')) await movePending(tx, after)
  if (keys.includes('silenceReminderMinutes')) await moveReminders(tx, after)
  if (ofProjects || ofHosts) await moveRecoveries(sql, after)
  return ofProjects
}
