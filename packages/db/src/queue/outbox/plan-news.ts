import type { AlertId, ChannelId } from '@highwater/core'
import {
  forgottenBy,
  type Heard,
  heldForOthers,
  type LeftBehind,
  type PlanBatch,
  type PlannedNews,
  planNotifications,
  toldBut,
} from '@highwater/core/notify'
import type { Subscription } from '@highwater/core/subscription'
import { plainArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'
import { subscriptionColumns } from './load-subscriptions.ts'
import type { LoadedContext } from './plan-context.ts'

type Teller = Subscription & { readonly alert_id: AlertId; readonly channel_id: ChannelId }

/** The subscription that last told each of these channels, whether it is on or deleted by now. */
async function loadLeftBehind(
  tx: TransactionSql,
  forgotten: readonly Heard[],
): Promise<(alert: AlertId) => readonly LeftBehind[]> {
  const rows = await tx<Teller[]>`
    select told.alert_id, told.channel_id, ${tx.unsafe(subscriptionColumns)}
    from (
      select distinct on (n.alert_id, n.channel_id) n.alert_id, n.channel_id,
        (n.subscriptions -> 0 ->> 'id')::uuid as teller
      from notification n
      join unnest(${plainArray(forgotten.map(({ alert }) => alert))}::uuid[],
        ${plainArray(forgotten.map(({ channel }) => channel))}::uuid[]) as t (alert_id, channel_id)
        using (alert_id, channel_id)
      where n.subscriptions is not null
      order by n.alert_id, n.channel_id, n.sequence desc
    ) told
    join subscription s on s.id = told.teller
    cross join installation i
    order by told.alert_id, told.channel_id`
  const byAlert = Map.groupBy(rows, ({ alert_id: alert }) => alert)
  return (alert) =>
    (byAlert.get(alert) ?? []).map(({ alert_id: _, channel_id: channel, ...subscription }) => ({
      channel,
      subscription,
    }))
}

/**
 * Plans who hears the news. What the receive limits of some subscriptions hold is told where another one
 * wants it. Whoever was told of an alert hears of its end, too, where a subscription, a group or tags
 * were edited meanwhile: a receiver of incidents would keep it open for ever.
 */
export async function planNews(
  tx: TransactionSql,
  news: readonly PlannedNews[],
  loaded: LoadedContext,
): Promise<PlanBatch> {
  const first = planNotifications(news, loaded)
  const freed = heldForOthers(first, loaded.limited)
  const context = { ...loaded, told: toldBut(loaded.told, freed) }
  const planned = freed.length === 0 ? first : planNotifications(news, context)
  const forgotten = forgottenBy(planned, news, context.heard, context)
  if (forgotten.length === 0) return planned
  const leftBehind = await loadLeftBehind(tx, forgotten)
  return planNotifications(news, { ...context, leftBehind })
}
