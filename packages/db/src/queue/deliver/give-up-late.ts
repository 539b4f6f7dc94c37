import type { UndeliveredReason } from '@highwater/core/delivery'
import type { Database } from '../../client/connect.ts'
import { publishFrom, type Topic } from '../../client/topics.ts'
import { alertsToldBy, refreshSendingStatus } from '../outbox/write-notifications.ts'
import { tellEndsAsFirstNews } from './first-news.ts'

/**
 * Gives up what has waited so long that it is not worth sending any more (C8), as behind a channel
 * that was cut off all the time: nothing else would look at it before its next attempt. A test that no
 * worker took ends so, too: whoever watches it learns that, and a link in a mail would be void.
 * @returns how many were given up; as many as `limit` when there may be more
 */
export async function giveUpLate(db: Database, limit: number): Promise<number> {
  return db.sql.begin(async (tx) => {
    const late = await tx<{ id: string }[]>`
      update notification set state = 'failed', settled_at = now(), next_attempt_at = null,
        reason = ${'deadline_passed' satisfies UndeliveredReason}
      where id in (
        select n.id from notification_waiting w
        join notification n on n.id = w.id and n.state in ('pending', 'retrying')
        where n.deadline < now()
        limit ${limit} for update of n skip locked)
      returning id`
    if (late.length === 0) return 0
    const ids = late.map(({ id }) => id)
    await tellEndsAsFirstNews(tx, ids)
    const alerts = await alertsToldBy(tx, ids)
    await refreshSendingStatus(tx, alerts)
    const topics: Topic[] = ['deliveries', 'alerts']
    await publishFrom(tx, [...topics, ...alerts.map((id): Topic => `alert:${id}`)])
    return late.length
  })
}
