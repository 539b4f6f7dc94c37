import { type ChannelTestId, isId } from '@highwater/core'
import { type OutcomeKind, type TraceStep, traceSteps } from '@highwater/core/delivery'
import type { Actor } from '@highwater/core/permissions'
import { and, eq, or, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { channel, channelTest, deliveryAttempt, notification } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import type { NotificationState } from '../notification/state.ts'
import { departmentVisibleTo } from '../visible.ts'

/** What is known of a "Test connection" so far. */
export interface ChannelTestResult {
  readonly state: 'pending' | 'done'
  /** False for the test of a cluster, which signs in and reads. */
  readonly sendsMessage: boolean
  /** Of the newest attempt, also while a further one is due; null before the first. */
  readonly outcome: OutcomeKind | null
  /** What a receiver answered; where status and code are null, the words are ours. */
  readonly httpStatus: number | null
  readonly code: string | null
  readonly providerMessage: string | null
  /** Whom it did not reach, though it was taken. */
  readonly refused: readonly string[]
  readonly durationMs: number | null
  /** What the attempt passed, in its order; grows while it is under way. */
  readonly steps: readonly TraceStep[]
  /** The proxy that it went through, as `host:port`; null for a direct connection. */
  readonly proxy: string | null
  /** How far the receiver's clock is ahead of ours; null where it told no time. */
  readonly clockOffsetMs: number | null
  /** Our own closed reason, such as `keyword`. */
  readonly reason: string | null
}

const columns = {
  state: notification.state,
  sendsMessage: sql<boolean>`${channelTest.cluster} is null`,
  trace: channelTest.trace,
  reason: notification.reason,
  outcome: deliveryAttempt.outcome,
  attemptReason: deliveryAttempt.reason,
  httpStatus: deliveryAttempt.httpStatus,
  code: deliveryAttempt.providerCode,
  providerMessage: deliveryAttempt.providerMessage,
  refused: sql<string[]>`coalesce(${deliveryAttempt.refused}, '{}')`,
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
  const { state, attemptReason, trace, ...newest } = foundOne(rows, 'test')
  const order = (step: TraceStep) => traceSteps.indexOf(step.step)
  return {
    ...newest,
    state: settled.includes(state) ? 'done' : 'pending',
    reason: newest.reason ?? attemptReason,
    steps: (trace?.steps ?? []).toSorted((a, b) => order(a) - order(b)),
    proxy: trace?.proxy ?? null,
    clockOffsetMs: trace?.clockOffsetMs ?? null,
  }
}
