import { AppError, type ChannelId } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { departmentVisibleTo } from '../../queries/visible.ts'
import { channel } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'
import { sqlOf } from '../sql-of.ts'

const refused = (message: string) =>
  new AppError('invalid_input', message, { faults: [{ path: 'fallbackChannel', message }] })

/** Whether following the fallbacks from one channel leads to another. */
async function leadsTo(tx: Transaction, from: ChannelId, to: ChannelId): Promise<boolean> {
  const rows = await sqlOf(tx)`
    with recursive way (id) as (
      select fallback_channel_id from channel where id = ${from}
      union
      select c.fallback_channel_id from channel c join way on c.id = way.id
    )
    select from way where id = ${to}`
  return rows.length > 0
}

/**
 * The channel through which another's failing is told must exist, and must not rely on that other.
 * @throws AppError `invalid_input` at `fallbackChannel`
 */
export async function expectFallback(
  tx: Transaction,
  fallback: ChannelId | null,
  self: ChannelId,
  { actor }: ChangeContext,
): Promise<void> {
  if (fallback === null) return
  if (fallback === self) throw refused('A channel cannot be its own fallback.')
  const visible = departmentVisibleTo(actor, channel.departmentId, { shared: true })
  const [row] = await tx
    .select({ id: channel.id })
    .from(channel)
    .where(
      and(eq(channel.id, fallback), isNull(channel.deletedAt), isNull(channel.personId), visible),
    )
    .for('key share')
  if (!row) throw refused('Choose another channel that exists as the fallback.')
  if (await leadsTo(tx, fallback, self)) {
    throw refused('That channel itself falls back to this one, if by others. Choose another.')
  }
}
