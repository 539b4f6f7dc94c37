import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { channel, installation } from '../../schema/index.ts'

/** Whether mail can go to people at their own addresses; anybody may know. */
export async function isMailCarried(db: Database): Promise<boolean> {
  const rows = await db.orm
    .select({ id: channel.id })
    .from(installation)
    .innerJoin(channel, eq(channel.id, installation.mailChannelId))
    .where(and(eq(channel.enabled, true), isNull(channel.deletedAt)))
  return rows.length > 0
}
