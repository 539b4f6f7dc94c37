import type { ChannelId } from '@highwater/core'
import { AppError } from '@highwater/core'
import { channelName } from '@highwater/core/channel'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { idInput, referenceInput } from '../../queries/inputs.ts'
import { channel } from '../../schema/index.ts'
import { unlessTaken } from '../database-fault.ts'

export const settingsField = z.record(z.string(), z.unknown())

/** What a channel is beside its kind's settings. */
export const channelFields = {
  name: channelName,
  enabled: z.boolean().optional(),
  fallbackChannel: idInput<'channel'>().nullable().optional(),
  aggregation: z.null('Aggregation is not available yet: leave it out.').optional(),
  saveUntested: z.boolean().optional(),
}

/** An id or a name; null or nothing: the channel serves the whole installation. */
export const channelDepartment = referenceInput.nullable().optional()

/** @throws AppError `conflict` at `name` when another living channel has it */
export const unlessNameTaken = <T>(write: PromiseLike<T>, name: string): Promise<T> =>
  unlessTaken(write, 'channel_name', {
    path: 'name',
    message: `Another channel is called "${name}" already. Choose another name.`,
  })

/** @throws AppError `invalid_input` at `fallbackChannel` when it is gone or the channel itself */
export async function expectFallback(
  tx: Transaction,
  fallback: ChannelId | null,
  self: ChannelId,
): Promise<void> {
  if (fallback === null) return
  const [row] = await tx
    .select({ id: channel.id })
    .from(channel)
    .where(
      and(
        eq(channel.id, fallback),
        isNull(channel.deletedAt),
        isNull(channel.personId),
        ne(channel.id, self),
      ),
    )
    .for('key share')
  if (row) return
  const message = 'Choose another channel that exists as the fallback.'
  throw new AppError('invalid_input', message, { faults: [{ path: 'fallbackChannel', message }] })
}
