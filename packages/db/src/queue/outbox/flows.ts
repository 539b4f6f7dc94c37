import { type ChannelId, type Instant, type SubscriptionId, seconds } from '@highwater/core'
import { type Flow, flowsConcerned, type PlanBatch, withinLimits } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import { readParameters } from '../read-parameters.ts'

type Pair = { readonly subscription: SubscriptionId; readonly channel: ChannelId }

/** The flows of these pairs as they stand, for a look that changes nothing. */
export const readFlows = (tx: TransactionSql, pairs: readonly Pair[]): Promise<Flow[]> => tx<
  Flow[]
>`
  select t.subscription_id as subscription, t.channel_id as channel,
    coalesce(f.openings, '{}') as openings, f.period_start as "periodStart",
    coalesce(f.sent, 0) as sent
  from unnest(
    ${pairs.map((pair) => pair.subscription)}::uuid[], ${pairs.map((pair) => pair.channel)}::uuid[]
  ) as t (subscription_id, channel_id)
  left join subscription_flow f using (subscription_id, channel_id)`

/** Locks the flows of these pairs, in one order for everybody, making those that are new. */
async function lockFlows(tx: TransactionSql, pairs: readonly Pair[]): Promise<Flow[]> {
  const subscriptions = pairs.map((pair) => pair.subscription)
  const channels = pairs.map((pair) => pair.channel)
  await tx`
    insert into subscription_flow (subscription_id, channel_id, openings)
    select subscription_id, channel_id, '{}'
    from unnest(${subscriptions}::uuid[], ${channels}::uuid[]) as t (subscription_id, channel_id)
    order by 1, 2
    on conflict do nothing`
  return tx<Flow[]>`
    select f.subscription_id as subscription, f.channel_id as channel, f.openings,
      f.period_start as "periodStart", f.sent
    from subscription_flow f
    join unnest(${subscriptions}::uuid[], ${channels}::uuid[]) as t (subscription_id, channel_id)
      using (subscription_id, channel_id)
    order by f.subscription_id, f.channel_id
    for update of f`
}

/** An array of arrays cannot be ragged, so that each flow's openings travel as one text. */
const storeFlows = (tx: TransactionSql, flows: readonly Flow[]) => tx`
  update subscription_flow f set sent = t.sent, period_start = t.period_start,
    openings = array(
      select to_timestamp(at::float8 / 1000) from unnest(string_to_array(t.openings, ',')) as at)
  from unnest(
    ${flows.map((flow) => flow.subscription)}::uuid[], ${flows.map((flow) => flow.channel)}::uuid[],
    ${flows.map((flow) => flow.openings.join(','))}::text[],
    ${flows.map((flow) => flow.periodStart)}::timestamptz[], ${flows.map((flow) => flow.sent)}::int[]
  ) as t (subscription_id, channel_id, openings, period_start, sent)
  where f.subscription_id = t.subscription_id and f.channel_id = t.channel_id`

/** Keeps storms and receive limits, across all workers: what one lets through counts for the next. */
export async function keepWithinLimits(
  tx: TransactionSql,
  batch: PlanBatch,
  now: Instant,
): Promise<PlanBatch> {
  const pairs = flowsConcerned(batch)
  if (pairs.length === 0) return batch
  const { stormAlerts, stormWindowSeconds } = await readParameters(tx)
  const stormWindow = seconds(stormWindowSeconds)
  const before = await lockFlows(tx, pairs)
  const kept = withinLimits(batch, before, { now, stormAlerts, stormWindow })
  await storeFlows(tx, kept.flows)
  return kept.batch
}
