import { type AlertGroupId, AppError, type ChannelId } from '@highwater/core'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { namesTarget } from '../../queries/subscription/names-target.ts'

export type TargetUser = {
  readonly type: 'subscription' | 'alert_group' | 'channel' | 'installation'
  readonly id: string
  readonly name: string
}

/** The subscriptions that name this channel or group for some level or step of escalation. */
export const subscriptionsNaming = (
  tx: Transaction,
  kind: 'channels' | 'groups',
  id: ChannelId | AlertGroupId,
): Promise<TargetUser[]> =>
  tx.execute<TargetUser>(sql`
    select 'subscription' as type, id, name from subscription
    where deleted_at is null and ${namesTarget(kind, sql`${id}`)}
    order by name`)

/** The alert groups that a channel is a member of. */
export const groupsWith = (tx: Transaction, id: ChannelId): Promise<TargetUser[]> =>
  tx.execute<TargetUser>(sql`
    select 'alert_group' as type, g.id, g.name
    from alert_group_member m join alert_group g on g.id = m.group_id
    where m.channel_id = ${id} and g.deleted_at is null order by g.name`)

const words = {
  subscription: 'subscription',
  alert_group: 'alert group',
  channel: 'channel',
  installation: 'setting',
}

/** @throws AppError `in_use` that names who uses it */
export function expectUnused(name: string, users: readonly TargetUser[]): void {
  if (users.length === 0) return
  const named = users.map((user) => `the ${words[user.type]} "${user.name}"`).join(', ')
  throw new AppError('in_use', `"${name}" is used by ${named}. Take it out there first.`, {
    current: users,
  })
}
