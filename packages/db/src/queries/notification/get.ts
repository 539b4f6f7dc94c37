import { isId, type NotificationId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { notification } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import { readTogether } from '../reader.ts'
import { notificationVisibleTo } from '../visible.ts'
import { readAttempts } from './attempts.ts'
import { type NotificationDetail, selectNotifications, toNotificationDetail } from './item.ts'

/** @throws AppError `not_found`, also for what the viewer may not see */
export async function getNotification(
  db: Database,
  viewer: Actor,
  id: NotificationId,
): Promise<NotificationDetail> {
  if (!isId(id)) throw notFound('notification')
  return readTogether(db, async (tx) => {
    const condition = and(eq(notification.id, id), notificationVisibleTo(viewer))
    const row = foundOne(await selectNotifications(tx, condition), 'notification')
    return toNotificationDetail(row, await readAttempts(tx, [id]))
  })
}
