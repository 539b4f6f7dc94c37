import type { AlertId, ChannelId } from '../../ids.ts'
import type { Subscription } from '../../subscription/subscription.ts'
import type { Instant } from '../../time.ts'
import { naming, type PlanBatch, sift } from '../plan-batch.ts'

export interface GapGathering {
  /** The alert about the gap. */
  readonly gap: AlertId
  /** In whose name a digest of the gap is being gathered for a channel already. */
  readonly inNameOf: ReadonlyMap<ChannelId, Subscription>
  /** When the digests are sent at the latest; once the search is over they are sent at once. */
  readonly dueAt: Instant
}

/**
 * Holds all news of alerts that came and went unseen, so that one digest per channel names them. Where
 * several subscriptions lead to a channel, the digest goes out in the name of the first that wants it.
 */
export function intoGapDigests(
  batch: PlanBatch,
  { gap, inNameOf, dueAt }: GapGathering,
): PlanBatch {
  const names = new Map(inNameOf)
  return sift(batch, ({ channel, by }) => {
    const subscription = names.get(channel) ?? by[0].subscription
    names.set(channel, subscription)
    return {
      hold: 'found_after_gap',
      detail: naming(by[0]),
      collecting: { subscription, channel, why: 'gap', gap, dueAt },
    }
  })
}
