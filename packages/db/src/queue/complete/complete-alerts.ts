import type { Database } from '../../client/connect.ts'
import { publishFrom } from '../../client/topics.ts'
import { readParameters } from '../read-parameters.ts'

/**
 * An alert that everybody was told of and that has been closed for three hours (a parameter) without
 * coming back counts as dealt with (A15). One that reached nobody keeps saying so.
 * @returns how many were completed; as many as `limit` when there may be more
 */
export async function completeAlerts(db: Database, limit: number): Promise<number> {
  return db.sql.begin(async (tx) => {
    const { completedAfterHours } = await readParameters(tx)
    const { count } = await tx`
      update alert_sending set status = 'completed' where alert_id in (
        select alert_id from alert_sending
        where status = 'successful' and closed_at is not null
          and closed_at <= now() - ${`${completedAfterHours} hours`}::interval
        order by closed_at limit ${limit} for update skip locked)`
    if (count > 0) await publishFrom(tx, ['alerts'])
    return count
  })
}
