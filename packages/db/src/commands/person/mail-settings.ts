import { type ChannelInput, readdressed } from '@highwater/channels/catalog'
import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import type { Sealer } from '../../client/secrets.ts'
import { mailboxKind } from '../../queue/outbox/open-mailboxes.ts'
import { channel, installation } from '../../schema/index.ts'
import { openSettings, parseSettings } from '../channel/channel-settings.ts'

/** The settings by which mail goes to one person; null while no channel carries such mail. */
export async function findMailSettings(
  tx: Transaction,
  address: string,
  sealer: Sealer,
): Promise<ChannelInput | null> {
  const [mail] = await tx
    .select({ channel })
    .from(installation)
    .innerJoin(channel, eq(channel.id, installation.mailChannelId))
    .where(and(eq(channel.enabled, true), eq(channel.kind, mailboxKind), isNull(channel.deletedAt)))
  if (mail === undefined) return null
  const { kind, config, secrets } = openSettings(mail.channel, sealer)
  return parseSettings({ kind, config: readdressed(kind, config, address), secrets })
}
