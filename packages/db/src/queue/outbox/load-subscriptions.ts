import type { AlertGroupId, ChannelId } from '@highwater/core'
import type { Subscription } from '@highwater/core/subscription'
import type { Sql, TransactionSql } from '../../client/connect.ts'

/** A subscription as planning wants it; null for a language means the installation's. */
export const subscriptionColumns = `s.id, s.name, s.department_id as department, s.scope, s.levels,
  coalesce(s.locale, i.message_locale) as locale, s.receive_limit as limit,
  s.recovery_notices as "recoveryNotices", s.mention, s.escalation`

/**
 * The enabled subscriptions, the default one last: where several lead to one channel, the language
 * of the oldest of the others counts.
 */
export const loadSubscriptions = (tx: TransactionSql | Sql): Promise<Subscription[]> => tx<
  Subscription[]
>`
  select ${tx.unsafe(subscriptionColumns)}
  from subscription s cross join installation i
  where s.enabled and s.deleted_at is null
  order by s.is_default, s.created_at, s.id`

/** Which channels the alert groups stand for. */
export async function loadMembers(
  tx: TransactionSql | Sql,
): Promise<(group: AlertGroupId) => readonly ChannelId[]> {
  const rows = await tx<{ group_id: AlertGroupId; channels: ChannelId[] }[]>`
    select m.group_id, array_agg(m.channel_id order by m.position) as channels
    from alert_group_member m join alert_group g on g.id = m.group_id
    where g.deleted_at is null group by m.group_id`
  const members = new Map(rows.map((row) => [row.group_id, row.channels]))
  return (group) => members.get(group) ?? []
}
