import type { Actor } from '@highwater/core/permissions'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { alert, channelTest, notification } from '../../schema/index.ts'
import { notificationVisibleTo } from '../visible.ts'
import { inState } from './state.ts'

/** Counted up to this many: nobody reads further, and the page must not wait for it. */
const countedAtMost = 1_000

/** How many messages the viewer may see that were given up, tests aside; at most 1,000. */
export async function countGivenUp(db: Database, viewer: Actor): Promise<number> {
  const found = db.orm
    .select({ one: sql`1`.as('one') })
    .from(notification)
    .leftJoin(alert, eq(alert.id, notification.alertId))
    .leftJoin(channelTest, eq(channelTest.id, notification.testId))
    .where(and(inState('failed'), isNull(notification.testId), notificationVisibleTo(viewer)))
    .limit(countedAtMost)
    .as('found')
  return db.orm.$count(found)
}
