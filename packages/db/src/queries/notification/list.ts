import { parseInput } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { and, desc, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { notification } from '../../schema/index.ts'
import {
  decodeCursor,
  encodeCursor,
  type Page,
  pageFields,
  rowAfter,
  timeAndId,
  toPage,
} from '../cursor.ts'
import { readAttempts } from './attempts.ts'
import { notificationCondition, notificationFilterFields } from './filters.ts'
import {
  type NotificationItem,
  type NotificationRow,
  selectNotifications,
  toNotificationDetail,
} from './item.ts'

export const listNotificationsInput = z.strictObject({
  ...notificationFilterFields,
  ...pageFields,
})

const order = '-createdAt'

/** One page of the ledger of deliveries, newest first, each with its attempts. */
export async function listNotifications(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof listNotificationsInput>,
): Promise<Page<NotificationItem>> {
  const { limit, cursor, ...filter } = parseInput(listNotificationsInput, rawInput)
  const after = decodeCursor(cursor, order, timeAndId)
  const condition = and(
    notificationCondition(viewer, filter),
    rowAfter([sql`${notification.createdAt}`, sql`${notification.id}`], after, 'descending'),
  )
  const rows = await selectNotifications(db.orm, condition)
    .orderBy(desc(notification.createdAt), desc(notification.id))
    .limit(limit + 1)
  const attempts = await readAttempts(
    db.orm,
    rows.slice(0, limit).map((row) => row.id),
  )
  const toItem = (row: NotificationRow): NotificationItem => {
    const { message: _message, locale: _locale, ...item } = toNotificationDetail(row, attempts)
    return item
  }
  return toPage(rows, limit, toItem, (row) => encodeCursor(order, [row.createdAt, row.id]))
}
