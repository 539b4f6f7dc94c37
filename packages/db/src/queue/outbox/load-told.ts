import type { AlertId, ChannelId } from '@highwater/core'
import type { Heard, ToldState } from '@highwater/core/notify'
import type { PendingQuery, Row } from 'postgres'
import { plainArray } from '../../client/array-literals.ts'
import type { Sql, TransactionSql } from '../../client/connect.ts'

type Told = { alert_id: AlertId; channel_id: ChannelId; told: ToldState }

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
}

/** What each channel has heard of these alerts so far. */
export async function loadTold(
  tx: TransactionSql | Sql,
  alertIds: readonly string[],
): Promise<WhatWasTold> {
  if (alertIds.length === 0) return { told: () => 'nothing', heard: [] }
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
      end as told
    from (${messagesAbout(tx, tx`${plainArray(alertIds)}::uuid[]`)}) as message
    where channel_id is not null
    group by alert_id, channel_id`
  const told = new Map(rows.map((row) => [`${row.alert_id} ${row.channel_id}`, row.told]))
  return {
    told: (alert, channel) => told.get(`${alert} ${channel}`) ?? 'nothing',
    heard: rows.map((row) => ({ alert: row.alert_id, channel: row.channel_id })),
  }
}
