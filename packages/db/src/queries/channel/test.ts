import { type ChannelTestId, isId } from '@highwater/core'
import type { OutcomeKind } from '@highwater/core/delivery'
import type { Actor } from '@highwater/core/permissions'
import { and, eq, or, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { channel, channelTest, deliveryAttempt, notification } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import { type Attempt, readAttempts } from '../notification/attempts.ts'
import type { NotificationState } from '../notification/state.ts'
import { departmentVisibleTo } from '../visible.ts'

/** What is known of a "Test connection" so far. */
export interface ChannelTestResult {
  readonly state: 'pending' | 'done'
  /** Of the newest attempt, also while a further one is due; null before the first. */
  readonly outcome: OutcomeKind | null
  /** The provider's own code and words. */
  readonly code: string | null
  readonly providerMessage: string | null
  readonly durationMs: number | null
  readonly steps: readonly Attempt[]
  /** Our own closed reason, such as `keyword`. */
  readonly reason: string | null
}

const columns = {
  state: notification.state,
  reason: notification.reason,
  id: notification.id,
  outcome: deliveryAttempt.outcome,
  attemptReason: deliveryAttempt.reason,
  code: deliveryAttempt.providerCode,
  providerMessage: deliveryAttempt.providerMessage,
  durationMs: deliveryAttempt.durationMs,
}

const settled: readonly NotificationState[] = [
  'delivered',
  'partial',
  'failed',
  'superseded',
  'cancelled',
  'suppressed',
]

/** Whoever asked for a test may see it, and whoever may see the channel that it was for. */
const testVisibleTo = (viewer: Actor) => {
  const ofDepartment = departmentVisibleTo(viewer, channel.departmentId, { shared: false })
  if (ofDepartment === undefined || viewer.type !== 'user') return ofDepartment
  return or(eq(channelTest.requestedBy, viewer.id), ofDepartment)
}

/** @throws AppError `not_found`, also for a test that somebody else asked for */
export async function getChannelTest(
  db: Database,
  viewer: Actor,
  id: ChannelTestId,
): Promise<ChannelTestResult> {
  if (!isId(id)) throw notFound('test')
  const rows = await db.orm
    .select(columns)
    .from(channelTest)
    .innerJoin(notification, eq(notification.testId, channelTest.id))
    .leftJoin(channel, eq(channel.id, channelTest.channelId))
    .leftJoin(deliveryAttempt, eq(deliveryAttempt.notificationId, notification.id))
    .where(and(eq(channelTest.id, id), testVisibleTo(viewer)))
    .orderBy(sql`${deliveryAttempt.number} desc nulls last`)
    .limit(1)
  const { id: notificationId, state, attemptReason, ...newest } = foundOne(rows, 'test')
  const attempts = await readAttempts(db.orm, [notificationId])
  return {
    ...newest,
    state: settled.includes(state) ? 'done' : 'pending',
    reason: newest.reason ?? attemptReason,
    steps: attempts.get(notificationId) ?? [],
  }
}
