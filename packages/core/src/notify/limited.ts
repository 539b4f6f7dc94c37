import type { AlertId, ChannelId, SubscriptionId } from '../ids.ts'
import type { Heard } from './forgotten.ts'
import type { PlanBatch } from './plan-batch.ts'
import type { ToldState } from './plan-context.ts'

/** An alert of which a channel would hear only in the digests of receive limits. */
export interface Limited extends Heard {
  /** The subscriptions whose limits hold it. */
  readonly by: readonly SubscriptionId[]
  /** What the channel has heard of it, were it not for them. */
  readonly otherwise: ToldState
}

type Told = (alert: AlertId, channel: ChannelId) => ToldState

const keyOf = (alert: AlertId, channel: ChannelId | null): string => `${alert} ${channel}`

/**
 * What is held by the receive limits of some subscriptions although another one wants it told. It is to
 * be planned anew as if no digest gathered it. An end stays held: the digest names the alert as closed.
 */
export function heldForOthers({ held }: PlanBatch, limited: readonly Limited[]): Limited[] {
  if (limited.length === 0) return []
  const gathered = new Map(limited.map((each) => [keyOf(each.alert, each.channel), each]))
  const wanted = held.flatMap(({ alert, channel, kind, reason, by = [] }) => {
    const found = gathered.get(keyOf(alert, channel))
    if (found === undefined || reason !== 'merged_into_digest' || kind === 'resolved') return []
    return by.some(({ subscription }) => !found.by.includes(subscription.id)) ? [found] : []
  })
  return [...new Set(wanted)]
}

/** What channels were told, where the digests that would tell these alerts do not count. */
export function toldBut(told: Told, limited: readonly Limited[]): Told {
  if (limited.length === 0) return told
  const states = new Map(
    limited.map(({ alert, channel, otherwise }) => [keyOf(alert, channel), otherwise]),
  )
  return (alert, channel) => states.get(keyOf(alert, channel)) ?? told(alert, channel)
}
