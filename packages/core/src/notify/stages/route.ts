import type { ChannelId } from '../../ids.ts'
import { covers } from '../../subscription/covers.ts'
import { stepsUpTo } from '../../subscription/escalation.ts'
import type { Subscription } from '../../subscription/subscription.ts'
import { channelsOf, targetLevelOf } from '../../subscription/targets.ts'
import type { PlannedNews } from '../news.ts'
import {
  type Intent,
  type PlanBatch,
  type Reach,
  type Suppression,
  suppressionOf,
} from '../plan-batch.ts'
import type { PlanContext, PlannedChannel } from '../plan-context.ts'

/** Everything that a subscription has ever led to, at whichever level or step of escalation. */
const everyTarget = ({ levels, escalation }: Subscription) => [
  ...Object.values(levels).filter((targets) => targets !== null),
  ...escalation,
]

/** The channels to which a subscription leads for this news, with the hours of their level. */
function reachedBy(
  subscription: Subscription,
  news: PlannedNews,
  { channels, members, told }: PlanContext,
): { readonly reach: Reach; readonly channels: readonly PlannedChannel[] } | null {
  if (!covers(subscription, news.subject)) return null
  const own = subscription.levels[targetLevelOf(news.subject.level)]
  const named = (targets: Parameters<typeof channelsOf>[1]) =>
    channelsOf(subscription, targets, channels, members)
  // Whoever heard of the alert at another level, or as it was escalated, hears of its end too.
  const heard =
    news.kind === 'resolved'
      ? everyTarget(subscription)
          .flatMap(named)
          .filter(({ id }) => told(news.alert, id) !== 'nothing')
      : []
  if (own === null && heard.length === 0) return null
  const reached =
    own === null ? [] : [own, ...stepsUpTo(subscription, news.escalatedMinutes ?? 0)].flatMap(named)
  return {
    reach: { subscription, period: own?.period ?? null },
    channels: [...new Set([...reached, ...heard])],
  }
}

function routeOne(news: PlannedNews, context: PlanContext): readonly (Intent | Suppression)[] {
  const { alert, kind, note } = news
  const byChannel = new Map<ChannelId, Intent['by']>()
  let isSubscribed = false
  for (const subscription of context.subscriptions) {
    const reached = reachedBy(subscription, news, context)
    if (reached === null) continue
    isSubscribed = true
    for (const { id } of reached.channels) {
      const earlier = byChannel.get(id)
      byChannel.set(id, earlier ? [...earlier, reached.reach] : [reached.reach])
    }
  }
  if (byChannel.size === 0) {
    const hold = isSubscribed ? 'no_channel' : 'no_subscription'
    return [suppressionOf({ alert, channel: null, kind }, { hold })]
  }
  return [...byChannel]
    .filter(([channel]) => news.channels?.includes(channel) ?? true)
    .map(([channel, by]): Intent => ({ alert, channel, kind, note, news, by }))
}

/**
 * Who is to hear which news, by the subscriptions (C17). Several that lead to one channel become
 * one message there.
 */
export function route(news: readonly PlannedNews[], context: PlanContext): PlanBatch {
  const answers = news.flatMap((item) => routeOne(item, context))
  return {
    kept: answers.filter((answer) => 'by' in answer),
    held: answers.filter((answer) => 'reason' in answer),
    superseded: [],
  }
}
