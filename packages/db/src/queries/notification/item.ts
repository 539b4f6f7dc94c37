import type {
  AlertId,
  ChannelId,
  Instant,
  MessageLocale,
  NotificationId,
  ProjectId,
  SubscriptionId,
} from '@highwater/core'
import type { AlertEvent } from '@highwater/core/alert'
import type { ChannelMessage, MessageKind, SuppressionDetail } from '@highwater/core/notify'
import { eq, type SQL, sql } from 'drizzle-orm'
import { alert, channel, channelTest, notification } from '../../schema/index.ts'
import { shortIdOf } from '../alert/item.ts'
import type { Reader } from '../reader.ts'
import type { Attempt } from './attempts.ts'
import { type NotificationState, nextAttemptAt } from './state.ts'

/** One message that one alert, or one test of a connection, owes to one channel. */
export interface NotificationItem {
  readonly id: NotificationId
  readonly alert: {
    readonly id: AlertId
    readonly shortId: string
    readonly event: AlertEvent
    readonly subject: string
    readonly project: ProjectId | null
  } | null
  /** For a test of settings that belong to no saved channel, `id` is null. */
  readonly channel: {
    readonly id: ChannelId | null
    readonly name: string
    readonly kind: string
  } | null
  readonly kind: MessageKind
  readonly state: NotificationState
  readonly reason: string | null
  /** Which silence, subscription or period the reason speaks of. */
  readonly reasonDetail: SuppressionDetail | null
  /** The subscriptions that wanted it, as they were called then. */
  readonly subscriptions: readonly { readonly id: SubscriptionId; readonly name: string }[]
  readonly createdAt: Instant
  readonly nextAttemptAt: Instant | null
  readonly deadline: Instant | null
  readonly settledAt: Instant | null
  readonly mayBeDuplicate: boolean
  /** It is sent shorter and plainer, as its content was refused once. */
  readonly degraded: boolean
  /** When somebody last had it sent again after it had been given up, and who. */
  readonly replayedAt: Instant | null
  readonly replayedByName: string | null
  readonly attempts: readonly Attempt[]
}

export interface NotificationDetail extends NotificationItem {
  /** What the message says, as it was when it was written; null where nothing was to be said. */
  readonly message: ChannelMessage | null
  /** The language in which it was written. */
  readonly locale: MessageLocale
}

const itemColumns = {
  id: notification.id,
  alertId: alert.id,
  alertNumber: alert.number,
  alertEvent: alert.event,
  alertSubject: alert.subject,
  alertProject: alert.projectId,
  channelId: sql<ChannelId | null>`coalesce(${channel.id}, ${channelTest.channelId})`,
  channelName: sql<string | null>`coalesce(${channel.name}, ${channelTest.channelName})`,
  channelKind: sql<string | null>`coalesce(${channel.kind}, ${channelTest.kind})`,
  kind: notification.kind,
  state: notification.state,
  reason: notification.reason,
  reasonDetail: notification.reasonDetail,
  subscriptions: notification.subscriptions,
  createdAt: notification.createdAt,
  nextAttemptAt,
  deadline: notification.deadline,
  settledAt: notification.settledAt,
  mayBeDuplicate: notification.mayBeDuplicate,
  degraded: notification.degraded,
  replayedAt: notification.replayedAt,
  replayedByName: notification.replayedByName,
  message: notification.message,
  locale: notification.locale,
}

/** The notifications of a condition, ready to be sorted and cut. */
export const selectNotifications = (db: Reader, condition: SQL | undefined) =>
  db
    .select(itemColumns)
    .from(notification)
    .leftJoin(alert, eq(alert.id, notification.alertId))
    .leftJoin(channel, eq(channel.id, notification.channelId))
    .leftJoin(channelTest, eq(channelTest.id, notification.testId))
    .where(condition)

export type NotificationRow = Awaited<ReturnType<typeof selectNotifications>>[number]

export function toNotificationDetail(
  row: NotificationRow,
  attempts: ReadonlyMap<NotificationId, Attempt[]>,
): NotificationDetail {
  const { alertId, alertNumber, alertEvent, alertSubject, alertProject, ...more } = row
  const { channelId, channelName, channelKind, ...shown } = more
  const about =
    alertId !== null && alertNumber !== null && alertEvent !== null && alertSubject !== null
      ? {
          id: alertId,
          shortId: shortIdOf(alertNumber),
          event: alertEvent,
          subject: alertSubject,
          project: alertProject,
        }
      : null
  return {
    ...shown,
    subscriptions: shown.subscriptions ?? [],
    alert: about,
    channel:
      channelName !== null && channelKind !== null
        ? { id: channelId, name: channelName, kind: channelKind }
        : null,
    attempts: attempts.get(row.id) ?? [],
  }
}
