import type { ChannelId } from '../../ids.ts'
import type { Intent, PlanBatch, Suppression } from '../plan-batch.ts'
import { suppressionOf } from '../plan-batch.ts'
import type { PlanContext } from '../plan-context.ts'

const sameMessage = (a: Intent, b: Intent): boolean =>
  a.alert === b.alert && a.channel === b.channel && a.kind === b.kind

function merged(kept: readonly Intent[], extra: Intent): readonly Intent[] {
  const known = kept.find((intent) => sameMessage(intent, extra))
  if (!known) return [...kept, extra]
  const added = extra.by.filter(
    ({ subscription }) => !known.by.some((reach) => reach.subscription.id === subscription.id),
  )
  const both: Intent = { ...known, by: [...known.by, ...added] }
  return kept.map((intent) => (intent === known ? both : intent))
}

/**
 * That a channel is down is not told through that very channel: whoever would hear of it there
 * hears of it through its fallback channel, where it has one, whoever else is told.
 */
export function throughOthers(batch: PlanBatch, { channels }: PlanContext): PlanBatch {
  const fallbackOf = (channel: ChannelId) =>
    channels.find(({ id }) => id === channel)?.fallback ?? null
  const held: Suppression[] = [...batch.held]
  let kept: readonly Intent[] = batch.kept.filter(
    ({ channel, news }) => channel !== news.subject.channel,
  )
  for (const intent of batch.kept) {
    if (intent.channel !== intent.news.subject.channel) continue
    held.push(suppressionOf(intent, { hold: 'channel_is_down' }))
    const fallback = fallbackOf(intent.channel)
    if (fallback !== null) kept = merged(kept, { ...intent, channel: fallback })
  }
  return { ...batch, kept, held }
}
