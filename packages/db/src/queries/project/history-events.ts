import {
  type AlertId,
  type Instant,
  minus,
  type NotificationId,
  type ProjectId,
} from '@highwater/core'
import {
  type AlertEvent,
  type AlertState,
  dismissedAtMost,
  type Severity,
  type TimelineType,
} from '@highwater/core/alert'
import type { CloseReason, MessageKind } from '@highwater/core/notify'
import { and, asc, eq, gte, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { alert, alertEvent, channel, notification } from '../../schema/index.ts'
import { shortIdOf } from '../alert/item.ts'
import type { NotificationState } from '../notification/state.ts'
import type { Reader } from '../reader.ts'

/** An alert as a stretch of the time axis; open when `closedAt` is null. */
export interface ChartAlert {
  readonly id: AlertId
  readonly shortId: string
  readonly event: AlertEvent
  readonly severity: Severity
  readonly state: AlertState
  readonly since: Instant
  readonly openedAt: Instant
  readonly firedAt: Instant | null
  readonly recoveringSince: Instant | null
  readonly closedAt: Instant | null
  readonly closeReason: CloseReason | null
  /** A person closed it, and what it is about has not been good again since. */
  readonly isDismissed: boolean
}

export interface ChartNotification {
  readonly id: NotificationId
  readonly alert: AlertId | null
  readonly at: Instant
  readonly kind: MessageKind
  readonly state: NotificationState
  readonly reason: string | null
  readonly channelName: string | null
}

/** What a person did about an alert. */
export interface ChartAct {
  readonly at: Instant
  readonly alert: AlertId
  readonly type: TimelineType
  readonly actorName: string
}

interface Range {
  readonly from: Instant
  readonly to: Instant
}

const mostEvents = 500

/** What a person closed before the range may have stood in it all the same. */
const mayHaveGoneOn = ({ from }: Range) =>
  and(eq(alert.closeReason, 'closed_by_person'), gte(alert.closedAt, minus(from, dismissedAtMost)))

async function readAlerts(db: Reader, id: ProjectId, range: Range): Promise<ChartAlert[]> {
  const rows = await db
    .select({
      id: alert.id,
      number: alert.number,
      event: alert.event,
      severity: alert.severity,
      state: alert.state,
      since: alert.since,
      openedAt: alert.openedAt,
      firedAt: alert.firedAt,
      recoveringSince: alert.recoveringSince,
      closedAt: alert.closedAt,
      closeReason: alert.closeReason,
      isDismissed: sql<boolean>`${alert.dismissedUntil} is not null`,
    })
    .from(alert)
    .where(
      and(
        eq(alert.projectId, id),
        lte(alert.openedAt, range.to),
        or(isNull(alert.closedAt), gte(alert.closedAt, range.from), mayHaveGoneOn(range)),
      ),
    )
    .orderBy(asc(alert.openedAt))
    .limit(mostEvents)
  return rows.map(({ number, ...row }) => ({ ...row, shortId: shortIdOf(number) }))
}

const readNotifications = (db: Reader, id: ProjectId, range: Range): Promise<ChartNotification[]> =>
  db
    .select({
      id: notification.id,
      alert: notification.alertId,
      at: notification.createdAt,
      kind: notification.kind,
      state: notification.state,
      reason: notification.reason,
      channelName: channel.name,
    })
    .from(alert)
    .innerJoin(notification, eq(notification.alertId, alert.id))
    .leftJoin(channel, eq(channel.id, notification.channelId))
    .where(
      and(
        eq(alert.projectId, id),
        gte(notification.createdAt, range.from),
        lte(notification.createdAt, range.to),
        ne(notification.state, 'superseded'),
      ),
    )
    .orderBy(asc(notification.createdAt))
    .limit(mostEvents)

async function readActs(db: Reader, id: ProjectId, range: Range): Promise<ChartAct[]> {
  const rows = await db
    .select({
      at: alertEvent.at,
      alert: alertEvent.alertId,
      type: alertEvent.type,
      actorName: alertEvent.actorName,
    })
    .from(alert)
    .innerJoin(alertEvent, eq(alertEvent.alertId, alert.id))
    .where(
      and(
        eq(alert.projectId, id),
        isNotNull(alertEvent.actorName),
        gte(alertEvent.at, range.from),
        lte(alertEvent.at, range.to),
      ),
    )
    .orderBy(asc(alertEvent.id))
    .limit(mostEvents)
  return rows.map((row) => ({ ...row, actorName: row.actorName ?? '' }))
}

/** Alerts, messages and human acts of a project that fall into a range. */
export const readChartEvents = async (db: Reader, id: ProjectId, range: Range) => ({
  alerts: await readAlerts(db, id, range),
  notifications: await readNotifications(db, id, range),
  acts: await readActs(db, id, range),
})
