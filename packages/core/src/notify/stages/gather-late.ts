import type { AlertId, ChannelId } from '../../ids.ts'
import type { Subscription } from '../../subscription/subscription.ts'
import { type Instant, plus, seconds } from '../../time.ts'
import { naming, type PlanBatch, sift } from '../plan-batch.ts'

/** How long the digest waits for what the next portions of the same cycle find. */
const settling = seconds(5)

/** The channels that would get several messages at once about these alerts. */
function crowdedBy({ kept }: PlanBatch, late: ReadonlySet<AlertId>): ReadonlySet<ChannelId> {
  const alertsOf = Map.groupBy(
    kept.filter(({ alert }) => late.has(alert)),
    ({ channel }) => channel,
  )
  return new Set([...alertsOf].flatMap(([channel, { length }]) => (length > 1 ? [channel] : [])))
}

/**
 * What fell due while nobody looked and is found all at once becomes one digest per channel; what is
 * alone goes out as it is. Where several subscriptions lead to a channel, the digest goes out in the
 * name of the first that wants it.
 */
export function intoLateDigests(
  batch: PlanBatch,
  late: ReadonlySet<AlertId>,
  now: Instant,
): PlanBatch {
  const crowded = crowdedBy(batch, late)
  if (crowded.size === 0) return batch
  const names = new Map<ChannelId, Subscription>()
  const dueAt = plus(now, settling)
  return sift(batch, (intent) => {
    const { alert, channel, by } = intent
    if (!late.has(alert) || !crowded.has(channel)) return { keep: intent }
    const subscription = names.get(channel) ?? by[0].subscription
    names.set(channel, subscription)
    return {
      hold: 'merged_into_digest',
      detail: { ...naming(by[0]), digestAt: dueAt },
      collecting: { subscription, channel, why: 'late', dueAt },
    }
  })
}
