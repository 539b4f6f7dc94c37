import type { MessageTemplate } from '@highwater/core/notify'
import { parameterOf, uuidArray } from '../../client/binary-arrays.ts'
import type { TransactionSql } from '../../client/connect.ts'

/**
 * What each of these notifications says in place of the built-in words: the template of its channel
 * before the one for all channels. Most installations have none, and most notifications are not named.
 */
export async function loadTemplates(
  tx: TransactionSql,
  notifications: readonly string[],
): Promise<ReadonlyMap<string, MessageTemplate>> {
  if (notifications.length === 0) return new Map()
  const rows = await tx<{ id: string; content: MessageTemplate }[]>`
    select distinct on (n.id) n.id, t.content
    from notification n
    left join channel_test tested on tested.id = n.test_id
    join message_template t on t.kind = n.kind and t.locale = n.locale and t.content is not null
      and (t.channel_id is null or t.channel_id = coalesce(n.channel_id, tested.channel_id))
    where n.id = any(${parameterOf(tx, uuidArray(notifications))}::uuid[])
    order by n.id, t.channel_id nulls last`
  return new Map(rows.map(({ id, content }) => [id, content]))
}
