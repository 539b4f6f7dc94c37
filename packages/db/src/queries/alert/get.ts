import {
  type AlertId,
  type ChannelId,
  type Instant,
  isId,
  type Millis,
  type NotificationId,
  type SubscriptionId,
  type UserId,
} from '@highwater/core'
import type { TimelineType } from '@highwater/core/alert'
import type { MessageKind, MessageNote, SuppressionDetail } from '@highwater/core/notify'
import type { Actor } from '@highwater/core/permissions'
import type { ProtectionLevel } from '@highwater/core/policy'
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { alert, alertEvent, channel, notification } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import { type Attempt, readAttempts } from '../notification/attempts.ts'
import { type NotificationState, nextAttemptAt } from '../notification/state.ts'
import { type Reader, readTogether } from '../reader.ts'
import { alertVisibleTo } from '../visible.ts'
import { type AlertItem, selectAlerts, toAlertItem } from './item.ts'
import { type NextEscalation, readNextEscalation } from './next-escalation.ts'
import { readWorstFigure } from './worst-figure.ts'

/** One entry of an alert's timeline. */
export interface TimelineEntry {
  readonly id: number
  readonly at: Instant
  readonly type: TimelineType
  readonly reason: string | null
  readonly observedMs: Millis | null
  readonly thresholdMs: Millis | null
  readonly level: ProtectionLevel | null
  readonly policyVersion: number | null
  readonly actor: { readonly id: UserId | null; readonly name: string } | null
  readonly detail: Record<string, unknown> | null
}

/** What one channel was told, or why it was not: `suppressed` with a reason. */
export interface AlertNotification {
  readonly id: NotificationId
  readonly channel: {
    readonly id: ChannelId
    readonly name: string
    readonly kind: string
  } | null
  readonly kind: MessageKind
  /** The level that it was told at; null for a digest. */
  readonly level: ProtectionLevel | null
  /** Why it came now, where that is not its kind's doing. */
  readonly note: MessageNote | null
  readonly state: NotificationState
  readonly reason: string | null
  /** Which silence, subscription or period the reason speaks of. */
  readonly reasonDetail: SuppressionDetail | null
  /** The subscriptions that wanted it, as they were called then. */
  readonly subscriptions: readonly { readonly id: SubscriptionId; readonly name: string }[]
  readonly createdAt: Instant
  readonly settledAt: Instant | null
  readonly nextAttemptAt: Instant | null
  readonly mayBeDuplicate: boolean
  /** The digest in which it was told, and of how many alerts that tells; null for a message of its own. */
  readonly digest: { readonly shortId: string; readonly count: number } | null
  readonly attempts: readonly Attempt[]
}

export interface AlertDetail extends AlertItem {
  /** The worst that was measured while it stood, told or not. */
  readonly peakMs: Millis | null
  readonly timeline: readonly TimelineEntry[]
  /** In the order in which they were written; those with state `suppressed` were never to leave. */
  readonly told: readonly AlertNotification[]
  /** The first message that arrived, however long ago; null where none has. */
  readonly firstTold: { readonly at: Instant; readonly channel: string | null } | null
  /** Who hears of it next, unless somebody acknowledges it before. */
  readonly escalation: NextEscalation | null
}

/** An alert that nobody closes for weeks goes on growing; its page shows the newest part. */
const newest = 500

async function readTimeline(db: Reader, id: AlertId): Promise<TimelineEntry[]> {
  const rows = await db
    .select()
    .from(alertEvent)
    .where(eq(alertEvent.alertId, id))
    .orderBy(desc(alertEvent.id))
    .limit(newest)
  return rows.reverse().map(({ alertId: _, actorId, actorName, ...entry }) => ({
    ...entry,
    actor: actorName === null ? null : { id: actorId, name: actorName },
  }))
}

/** Its own messages, and the messages of the digests that name it. */
const about = (id: AlertId) =>
  or(
    eq(notification.alertId, id),
    and(
      eq(notification.kind, 'digest'),
      sql`${notification.digestId} = any(array(
        select held.digest_id from notification held
        where held.alert_id = ${id} and held.digest_id is not null))`,
    ),
  )

async function readFirstTold(db: Reader, id: AlertId): Promise<AlertDetail['firstTold']> {
  const [first] = await db
    .select({ at: notification.settledAt, channel: channel.name })
    .from(notification)
    .leftJoin(channel, eq(channel.id, notification.channelId))
    .where(and(about(id), inArray(notification.state, ['delivered', 'partial'])))
    .orderBy(asc(notification.settledAt))
    .limit(1)
  return first?.at == null ? null : { at: first.at, channel: first.channel }
}

async function readTold(db: Reader, id: AlertId): Promise<AlertNotification[]> {
  const rows = await db
    .select({
      id: notification.id,
      channelId: channel.id,
      channelName: channel.name,
      channelKind: channel.kind,
      kind: notification.kind,
      level: sql<ProtectionLevel | null>`${notification.message}->>'level'`,
      note: sql<MessageNote | null>`${notification.message}->>'note'`,
      state: notification.state,
      reason: notification.reason,
      reasonDetail: notification.reasonDetail,
      subscriptions: notification.subscriptions,
      createdAt: notification.createdAt,
      settledAt: notification.settledAt,
      nextAttemptAt,
      mayBeDuplicate: notification.mayBeDuplicate,
      digest: sql<AlertNotification['digest']>`
        case when ${notification.kind} = 'digest' then jsonb_build_object(
          'shortId', ${notification.message}->'shortId', 'count', ${notification.message}->'count')
        end`,
    })
    .from(notification)
    .leftJoin(channel, eq(channel.id, notification.channelId))
    .where(about(id))
    .orderBy(desc(notification.sequence))
    .limit(newest)
  const attempts = await readAttempts(
    db,
    rows.map((row) => row.id),
  )
  return rows.reverse().map(({ channelId, channelName, channelKind, ...row }) => ({
    ...row,
    subscriptions: row.subscriptions ?? [],
    channel:
      channelId !== null && channelName !== null && channelKind !== null
        ? { id: channelId, name: channelName, kind: channelKind }
        : null,
    attempts: attempts.get(row.id) ?? [],
  }))
}

/**
 * An alert with its timeline and with everybody who was told, or was not and why.
 * @throws AppError `not_found`, also for what the viewer may not see
 */
export async function getAlert(db: Database, viewer: Actor, id: AlertId): Promise<AlertDetail> {
  if (!isId(id)) throw notFound('alert')
  const detail = await readTogether(db, async (tx) => {
    const rows = await selectAlerts(tx, and(eq(alert.id, id), alertVisibleTo(viewer)))
    const item = toAlertItem(foundOne(rows, 'alert'))
    return {
      ...item,
      peakMs: await readWorstFigure(tx, item),
      timeline: await readTimeline(tx, id),
      told: await readTold(tx, id),
      firstTold: await readFirstTold(tx, id),
    }
  })
  return { ...detail, escalation: await readNextEscalation(db, id) }
}
