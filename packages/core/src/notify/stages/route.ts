import type { ChannelId } from '../../ids.ts'
import { covers } from '../../subscription/covers.ts'
import { stepsAt, stepsUpTo } from '../../subscription/escalation.ts'
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
import { channelsOfPeople, eachOnce, unreached } from './address.ts'

/** Everything that a subscription has ever led to, at whichever level or step of escalation. */
const everyTarget = ({ levels, escalation }: Subscription) => [
  ...Object.values(levels).filter((targets) => targets !== null),
  ...escalation,
]

interface Reached {
  readonly reach: Reach
  readonly channels: readonly PlannedChannel[]
  /** People who were to be told and cannot be. */
  readonly unreached: readonly Suppression[]
}

/** The channels to which a subscription leads for this news, with the hours of their level. */
function reachedBy(
  subscription: Subscription,
  news: PlannedNews,
  context: PlanContext,
): Reached | null {
  if (!covers(subscription, news.subject)) return null
  const { channels, members, told } = context
  const own = subscription.levels[targetLevelOf(news.subject.level)]
  const named = (targets: Parameters<typeof channelsOf>[1]) =>
    channelsOf(subscription, targets, channels, members, (role) =>
      channelsOfPeople(role, news.subject, context),
    )
  // By now others may be on call, or own the project.
  const everNamed = (targets: Parameters<typeof channelsOf>[1]) =>
    channelsOf(subscription, targets, channels, members, () =>
      channels.flatMap(({ id, person }) => (person ? [id] : [])),
    )
  // Whoever heard of the alert at another level, or as it was escalated, hears of its end too.
  const heard =
    news.kind === 'resolved'
      ? everyTarget(subscription)
          .flatMap(everNamed)
          .filter(({ id }) => told(news.alert, id) !== 'nothing')
      : []
  if (own === null && heard.length === 0) return null
  const minutes = news.escalatedMinutes ?? 0
  const targets = own === null ? [] : [own, ...stepsUpTo(subscription, minutes)]
  const reach = { subscription, period: own?.period ?? null }
  // Of those who were addressed before, it was said then that they cannot be told.
  const fresh = news.note === 'escalated' ? stepsAt(subscription, [minutes]) : targets
  const addressed = own === null ? [] : fresh.flatMap(({ people = [] }) => people)
  return {
    reach,
    channels: [...new Set([...targets.flatMap(named), ...heard])],
    unreached: unreached(addressed, news, reach, context),
  }
}

/**
 * Whoever sends through a channel hears of its being down, whatever else a subscription is about:
 * by the fallback channel, to which a later stage turns (C11).
 */
function reliesOn(
  subscription: Subscription,
  { subject }: PlannedNews,
  { channels, members }: PlanContext,
): Reached | null {
  const down = channels.find(({ id, fallback }) => id === subject.channel && fallback)
  if (!down) return null
  const led = everyTarget(subscription).flatMap((targets) =>
    channelsOf(subscription, targets, channels, members, () => []),
  )
  return led.includes(down)
    ? { reach: { subscription, period: null }, channels: [down], unreached: [] }
    : null
}

/** Whoever was told that it burns hears that it does not, whatever subscriptions and tags have become. */
const endsOwed = ({ kind, alert }: PlannedNews, { leftBehind, channels }: PlanContext) =>
  kind === 'resolved'
    ? (leftBehind?.(alert) ?? []).filter(({ channel }) => channels.some(({ id }) => id === channel))
    : []

function routeOne(news: PlannedNews, context: PlanContext): readonly (Intent | Suppression)[] {
  const { alert, kind, note } = news
  const byChannel = new Map<ChannelId, Intent['by']>()
  const inVain: Suppression[] = []
  let isSubscribed = false
  for (const subscription of context.subscriptions) {
    const reached = reachedBy(subscription, news, context) ?? reliesOn(subscription, news, context)
    if (reached === null) continue
    isSubscribed = true
    inVain.push(...reached.unreached)
    for (const { id } of reached.channels) {
      const earlier = byChannel.get(id)
      byChannel.set(id, earlier ? [...earlier, reached.reach] : [reached.reach])
    }
  }
  for (const { channel, subscription } of endsOwed(news, context)) {
    if (byChannel.has(channel)) continue
    const period = subscription.levels[targetLevelOf(news.subject.level)]?.period ?? null
    byChannel.set(channel, [{ subscription, period }])
  }
  if (byChannel.size === 0 && inVain.length === 0) {
    const hold = isSubscribed ? 'no_channel' : 'no_subscription'
    return [suppressionOf({ alert, channel: null, kind }, { hold })]
  }
  const intents = [...byChannel]
    .filter(([channel]) => news.channels?.includes(channel) ?? true)
    .map(([channel, by]): Intent => ({ alert, channel, kind, note, news, by }))
  // Other news for a few channels alone is about no people whom it does not name.
  return news.channels === undefined || note === 'escalated'
    ? [...intents, ...eachOnce(inVain)]
    : intents
}

/**
 * Who is to hear which news, by the subscriptions (C17). Several that lead to one channel become
 * one message there.
 */
export function route(news: readonly PlannedNews[], context: PlanContext): PlanBatch {
  const answers = news.flatMap((item) => routeOne(item, context))
  return {
    kept: answers.filter((answer) => 'news' in answer),
    held: answers.filter((answer) => 'reason' in answer),
    superseded: [],
  }
}
