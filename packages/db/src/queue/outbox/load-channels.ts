import type { UserId } from '@highwater/core'
import type { PlannedChannel } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import { mailboxKind } from './open-mailboxes.ts'

/**
 * The channels that news may go to: all that are shared, the own ones of these people, and those that
 * have heard of these alerts. Each row is share-locked, so that none disappears before the outbox is
 * written. A mailbox is on while its person and the channel behind it are.
 */
export async function loadPlannedChannels(
  tx: TransactionSql,
  people: readonly UserId[],
  alerts: readonly string[],
): Promise<PlannedChannel[]> {
  const channels = await tx<(PlannedChannel & { readonly kind: string })[]>`
    select c.id, c.kind, c.department_id as department, c.fallback_channel_id as fallback,
      c.person_id as person, c.enabled and not exists (
        select from account a where a.id = c.person_id and a.disabled_at is not null) as enabled
    from channel c
    where c.deleted_at is null and (c.person_id is null or c.person_id = any(${[...people]}::uuid[])
      or c.id in (select n.channel_id from notification n where n.alert_id = any(${[...alerts]}::uuid[])))
    order by c.id for key share of c`
  if (!channels.some(({ person }) => person)) return channels
  // Only now that its row is locked: whoever names another one waits for this news, or is seen here.
  const [mail] = await tx<{ is_on: boolean }[]>`
    select m.enabled and m.deleted_at is null as is_on
    from installation i join channel m on m.id = i.mail_channel_id`
  return channels.map((channel) =>
    channel.person && channel.kind === mailboxKind
      ? { ...channel, enabled: channel.enabled && mail?.is_on === true }
      : channel,
  )
}
