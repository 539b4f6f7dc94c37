import type { ChannelId } from '@highwater/core'
import type { Particulars } from '@highwater/core/alert'
import type { TransactionSql } from '../../client/connect.ts'
import { shortIdOf } from '../outbox/compose-message.ts'

/** So many are named in the alert; how many there are it says in any case. */
const namedAtMost = 10

interface Waiting {
  readonly channel_id: ChannelId
  readonly number: number
  readonly subject: string
  readonly alerts: number
}

/** The alerts whose messages wait for these channels, their own and those that a digest names. */
export async function readWithheld(
  tx: TransactionSql,
  channels: readonly string[],
): Promise<(channel: string) => Particulars> {
  const rows = await tx<Waiting[]>`
    with waiting as (
      select n.channel_id, n.alert_id, n.digest_id from notification_waiting w
      join notification n on n.id = w.id
      where w.channel_id = any(${[...channels]}::uuid[])
    ), named as (
      select channel_id, alert_id from waiting where alert_id is not null
      union
      select w.channel_id, n.alert_id from waiting w
      join notification n on n.digest_id = w.digest_id and n.alert_id is not null
      where w.alert_id is null
    ), numbered as (
      select named.channel_id, a.number::int, a.subject,
        count(*) over (partition by named.channel_id)::int as alerts,
        row_number() over (partition by named.channel_id order by a.number) as position
      from named join alert a on a.id = named.alert_id
    )
    select channel_id, number, subject, alerts from numbered
    where position <= ${namedAtMost} order by channel_id, number`
  const byChannel = Map.groupBy(rows, (row) => row.channel_id as string)
  return (channel) => {
    const waiting = byChannel.get(channel) ?? []
    const named = waiting.map(({ number, subject }) => `${shortIdOf(number)} ${subject}`)
    return { type: 'withheld', alerts: waiting[0]?.alerts ?? 0, named }
  }
}
