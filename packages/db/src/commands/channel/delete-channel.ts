import { AppError, type ChannelId } from '@highwater/core'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { idInput } from '../../queries/inputs.ts'
import { channel } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { cancelUnsent } from '../cancel-unsent.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { openSettings } from './channel-settings.ts'
import { describeChannel } from './describe-channel.ts'
import { channelResource, loadChannel } from './load-channel.ts'

/** @throws AppError `in_use` with the channels that fall back to this one */
async function expectUnused(tx: Transaction, id: ChannelId, name: string): Promise<void> {
  const users = await tx
    .select({ id: channel.id, name: channel.name })
    .from(channel)
    .where(and(eq(channel.fallbackChannelId, id), isNull(channel.deletedAt)))
    .orderBy(asc(channel.name))
  if (users.length === 0) return
  const names = users.map((user) => user.name).join(', ')
  throw new AppError(
    'in_use',
    `"${name}" is the fallback of ${names}. Give ${users.length === 1 ? 'it' : 'them'} another fallback first.`,
    { current: users },
  )
}

/**
 * Deletes a channel: what it has not sent is cancelled and its secrets are forgotten. Its name is
 * free again, its deliveries stay.
 */
export const deleteChannel = defineCommand({
  action: 'channel.write',
  input: z.strictObject({ channel: idInput<'channel'>(), expectedVersion }),
  load: (tx, input, context) => loadChannel(tx, input.channel, context),
  resource: channelResource,
  async change(tx, present, input, { now, sealer }) {
    const { id, name, version } = present
    const before = describeChannel(present, openSettings(present, sealer))
    expectVersion('channel', version, input.expectedVersion, { id, version, ...before })
    await expectUnused(tx, id, name)
    await tx
      .update(channel)
      .set({
        deletedAt: now,
        enabled: false,
        sealedSecrets: sealer.seal({}),
        secretNames: [],
        fallbackChannelId: null,
        version: version + 1,
      })
      .where(eq(channel.id, id))
    await cancelUnsent(tx, { channel: id, reason: 'channel_deleted' }, now)
    return {
      result: { id },
      audit: [
        auditOf('channel.write', present, { before }, { operation: 'deletion', risk: 'critical' }),
      ],
      topics: ['channels', 'deliveries'],
    }
  },
})
