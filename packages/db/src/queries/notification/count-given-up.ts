import type { Actor } from '@highwater/core/permissions'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { alert, channelTest, notification } from '../../schema/index.ts'
import { notificationCondition } from './filters.ts'

/** Counted up to this many: nobody reads further, and the page must not wait for it. */
const countedAtMost = 1_000

/** How many messages the viewer may see that were given up, tests aside; at most 1,000. */
export async function countGivenUp(db: Database, viewer: Actor): Promise<number> {
  const found = db.orm
    .select({ one: sql`1`.as('one') })
    .from(notification)
    .leftJoin(alert, eq(alert.id, notification.alertId))
    .leftJoin(channelTest, eq(channelTest.id, notification.testId))
    .where(notificationCondition(viewer, { state: 'failed' }))
    .limit(countedAtMost)
    .as('found')
  return db.orm.$count(found)
}
