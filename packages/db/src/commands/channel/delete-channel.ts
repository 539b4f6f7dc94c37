import type { ChannelId } from '@highwater/core'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { idInput } from '../../queries/inputs.ts'
import { channel } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { cancelUnsent } from '../cancel-unsent.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { expectUnused, groupsWith, subscriptionsNaming } from '../subscription/users-of.ts'
import { openSettings } from './channel-settings.ts'
import { describeChannel } from './describe-channel.ts'
import { mailThrough } from './expect-no-mail.ts'
import { channelResource, loadChannel } from './load-channel.ts'
import { reopenRobot } from './restart-flow.ts'

/** @throws AppError `in_use` with everything that sends to this channel or falls back to it */
async function expectNoUser(tx: Transaction, id: ChannelId, name: string): Promise<void> {
  const fallbacks = await tx
    .select({ type: sql<'channel'>`'channel'`, id: channel.id, name: channel.name })
    .from(channel)
    .where(and(eq(channel.fallbackChannelId, id), isNull(channel.deletedAt)))
    .orderBy(asc(channel.name))
  const groups = await groupsWith(tx, id)
  expectUnused(name, [
    ...(await subscriptionsNaming(tx, 'channels', id)),
    ...groups,
    ...fallbacks,
    ...(await mailThrough(tx, id)),
  ])
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
    await expectNoUser(tx, id, name)
    await tx
      .update(channel)
      .set({
        deletedAt: now,
        enabled: false,
        dueAt: now,
        sealedSecrets: sealer.seal({}),
        secretNames: [],
        fallbackChannelId: null,
        version: version + 1,
      })
      .where(eq(channel.id, id))
    if (present.monthlyQuota !== null) await reopenRobot(tx, present)
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
