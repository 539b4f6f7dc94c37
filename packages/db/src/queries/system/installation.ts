import type { ChannelId, Instant, MessageLocale } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { channel, installation } from '../../schema/index.ts'
import { foundOne } from '../not-found.ts'
import { permit } from '../permit.ts'

export interface Installation {
  /** The language of messages that go to channels. */
  readonly messageLocale: MessageLocale
  /** In which messages write their times, such as `Asia/Shanghai`. */
  readonly messageTimeZone: string
  /** Carries the mail to people at their own addresses; null where none does. */
  readonly mailChannel: {
    readonly id: ChannelId
    readonly name: string
    readonly enabled: boolean
  } | null
  readonly createdAt: Instant
}

/** What holds for the whole installation; everybody who is signed in may know it. */
export async function readInstallation(db: Database, viewer: Actor): Promise<Installation> {
  permit(viewer, 'policy.read')
  const rows = await db.orm
    .select({
      messageLocale: installation.messageLocale,
      messageTimeZone: sql<string>`coalesce(${installation.messageTimeZone}, 'UTC')`,
      mailChannel: { id: channel.id, name: channel.name, enabled: channel.enabled },
      createdAt: installation.createdAt,
    })
    .from(installation)
    .leftJoin(channel, eq(channel.id, installation.mailChannelId))
  return foundOne(rows, 'installation')
}
