import type { AlertId, ChannelId, SubscriptionId } from '@highwater/core'
import type { Heard, Limited, ToldState } from '@highwater/core/notify'
import type { PendingQuery, Row } from 'postgres'
import { plainArray } from '../../client/array-literals.ts'
import type { Sql, TransactionSql } from '../../client/connect.ts'

type Told = {
  alert_id: AlertId
  channel_id: ChannelId
  told: ToldState
  /** What it has heard, were it not for the digests that are being gathered. */
  otherwise: ToldState
}

/**
 * What the messages about these alerts have come to, one row each: their own, and the digests that
 * name them, which are `collected` while they gather and on their way once they are written.
 * @param alertIds as an array of PostgreSQL
 */
export const messagesAbout = (tx: TransactionSql | Sql, alertIds: PendingQuery<Row[]>) => tx`
  select n.alert_id, n.channel_id, n.kind, n.sequence, n.state, n.may_be_duplicate,
    false as in_digest
  from notification n where n.alert_id = any(${alertIds})
  union all
  select distinct n.alert_id, n.channel_id, n.kind, n.sequence, coalesce(sent.state, 'collected'),
    coalesce(sent.may_be_duplicate, false), true
  from notification n
  left join notification sent on sent.digest_id = n.digest_id and sent.kind = 'digest'
  where n.alert_id = any(${alertIds}) and n.digest_id is not null`

export interface WhatWasTold {
  readonly told: (alert: AlertId, channel: ChannelId) => ToldState
  /** Every channel that any message about one of the alerts was for. */
  readonly heard: readonly Heard[]
  /** Those that only receive limits keep from being told by themselves. */
  readonly limited: readonly Limited[]
}

type Gathering = { alert_id: AlertId; channel_id: ChannelId; subscriptions: SubscriptionId[] }

/** Which subscriptions gather an alert for a channel, where they do so for their receive limits alone. */
async function loadLimits(
  tx: TransactionSql | Sql,
  collected: readonly Told[],
): Promise<(row: Told) => readonly SubscriptionId[] | undefined> {
  if (collected.length === 0) return () => undefined
  const rows = await tx<Gathering[]>`
    select n.alert_id, n.channel_id, array_agg(distinct d.subscription_id) as subscriptions
    from notification n
    join digest d on d.id = n.digest_id
    left join notification sent on sent.digest_id = d.id and sent.kind = 'digest'
    where n.alert_id = any(${plainArray(collected.map((row) => row.alert_id))}::uuid[])
      and sent.id is null
    group by n.alert_id, n.channel_id having bool_and(d.why = 'limit')`
  const byPair = new Map(rows.map((row) => [pairOf(row), row.subscriptions]))
  return (row) => byPair.get(pairOf(row))
}

const pairOf = (row: Pick<Told, 'alert_id' | 'channel_id'>): string =>
  `${row.alert_id} ${row.channel_id}`

/** What each channel has heard of these alerts so far. */
export async function loadTold(
  tx: TransactionSql | Sql,
  alertIds: readonly string[],
): Promise<WhatWasTold> {
  if (alertIds.length === 0) return { told: () => 'nothing', heard: [], limited: [] }
  const rows = await tx<Told[]>`
    select alert_id, channel_id, case
        when (array_agg(kind order by sequence desc) filter (where may_be_duplicate
            or state in ('delivered', 'partial', 'sending')
            or (in_digest and state in ('pending', 'retrying'))))[1] = 'resolved'
          then case when bool_or(not in_digest and kind <> 'resolved' and state in ('pending', 'retrying'))
            then 'unsent' else 'ended' end
        when bool_or(state in ('delivered', 'partial')) then 'delivered'
        when bool_or(state = 'sending' or (in_digest and state in ('pending', 'retrying')))
          then 'in_flight'
        when bool_or(may_be_duplicate) then 'unknown'
        when bool_or(state = 'collected') then 'collected'
        when bool_or(state in ('pending', 'retrying')) then 'unsent'
        when bool_or(state = 'failed') then 'failed'
        else 'nothing'
      end as told, case
        when bool_or(state in ('pending', 'retrying')) then 'unsent'
        when bool_or(state = 'failed') then 'failed'
        else 'nothing'
      end as otherwise
    from (${messagesAbout(tx, tx`${plainArray(alertIds)}::uuid[]`)}) as message
    where channel_id is not null
    group by alert_id, channel_id`
  const limitsOf = await loadLimits(
    tx,
    rows.filter((row) => row.told === 'collected'),
  )
  const limited = rows.flatMap((row): Limited[] => {
    const by = limitsOf(row)
    const { alert_id: alert, channel_id: channel, otherwise } = row
    return by === undefined ? [] : [{ alert, channel, by, otherwise }]
  })
  const told = new Map(
    rows.map((row) => {
      // Its end takes the place of a first message that waits, whatever the limits of others hold.
      const isOnItsWay = row.otherwise === 'unsent' && limitsOf(row) !== undefined
      return [pairOf(row), isOnItsWay ? row.otherwise : row.told]
    }),
  )
  return {
    told: (alert, channel) => told.get(`${alert} ${channel}`) ?? 'nothing',
    heard: rows.map((row) => ({ alert: row.alert_id, channel: row.channel_id })),
    limited,
  }
}
