import type { ChannelMessage, MessageKind } from '@highwater/core/notify'
import type { Actor } from '@highwater/core/permissions'
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { alert, channelTest, notification } from '../../schema/index.ts'
import { permit } from '../permit.ts'
import { notificationVisibleTo } from '../visible.ts'

/** Of a digest, as many as a preview has any use for; it still says how many there are. */
const membersShown = 50

/** The newest message of a kind that the viewer may see, to show a template with it; else null. */
export async function readRecentMessage(
  db: Database,
  viewer: Actor,
  kind: MessageKind,
): Promise<ChannelMessage | null> {
  permit(viewer, 'template.read')
  const [row] = await db.orm
    .select({ message: notification.message })
    .from(notification)
    .leftJoin(alert, eq(alert.id, notification.alertId))
    .leftJoin(channelTest, eq(channelTest.id, notification.testId))
    .where(
      and(
        eq(notification.kind, kind),
        isNotNull(notification.message),
        // The mail to a forgetful person travels as a test, in words that no template has.
        sql`${notification.message} -> 'passwordReset' is null`,
        notificationVisibleTo(viewer),
      ),
    )
    .orderBy(desc(notification.createdAt), desc(notification.id))
    .limit(1)
  const message = row?.message ?? null
  return message?.kind === 'digest'
    ? { ...message, members: message.members.slice(0, membersShown) }
    : message
}
