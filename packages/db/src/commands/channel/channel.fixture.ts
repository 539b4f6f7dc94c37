import type { ChannelId } from '@highwater/core'
import { eq } from 'drizzle-orm'
import type { Database } from '../../client/index.ts'
import { channel } from '../../schema/index.ts'

export async function channelRow(db: Database, id: ChannelId) {
  const [row] = await db.orm.select().from(channel).where(eq(channel.id, id))
  if (!row) throw new Error('no such channel')
  return row
}

/** Everything about channels that the database holds in plain text, as one string. */
export async function plainText(db: Database): Promise<string> {
  const tables = ['channel', 'channel_test', 'audit_event', 'notification']
  const dumps = tables.map(
    (table) => db.sql<{ row: string }[]>`select to_jsonb(t)::text as row from ${db.sql(table)} t`,
  )
  return (await Promise.all(dumps))
    .flat()
    .map(({ row }) => row)
    .join('\n')
}
