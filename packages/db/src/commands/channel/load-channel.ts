import type { ChannelId } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { foundOne } from '../../queries/not-found.ts'
import { departmentVisibleTo } from '../../queries/visible.ts'
import { channel } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'
import type { Resource } from '../refused.ts'

/**
 * A living channel that the actor may see. A full lock: whoever is writing notifications for it has
 * a share of the row, and is waited for.
 * @throws AppError `not_found`
 */
export async function loadChannel(tx: Transaction, id: ChannelId, { actor }: ChangeContext) {
  const visible = departmentVisibleTo(actor, channel.departmentId, { shared: true })
  const rows = await tx
    .select()
    .from(channel)
    .where(and(eq(channel.id, id), isNull(channel.deletedAt), isNull(channel.personId), visible))
    .for('update')
  return foundOne(rows, 'channel')
}

export type LoadedChannel = Awaited<ReturnType<typeof loadChannel>>

export const channelResource = (row: LoadedChannel): Resource => ({
  department: row.departmentId,
  subject: row,
})
