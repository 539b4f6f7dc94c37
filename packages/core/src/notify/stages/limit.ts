import type { ChannelId, SubscriptionId } from '../../ids.ts'
import type { ReceiveLimit, Subscription } from '../../subscription/subscription.ts'
import { hours, type Instant, type Millis, minus, plus, seconds } from '../../time.ts'
import { type Hold, type Intent, naming, type PlanBatch, type Reach, sift } from '../plan-batch.ts'

/** How much one subscription has lately sent to one channel. */
export interface Flow {
  readonly subscription: SubscriptionId
  readonly channel: ChannelId
  /** When it last sent first news, oldest first; no more are kept than make a storm. */
  readonly openings: readonly Instant[]
  /** When the period of its receive limit began, and how many messages it has sent since. */
  readonly periodStart: Instant | null
  readonly sent: number
}

export interface FlowRules {
  readonly now: Instant
  readonly stormAlerts: number
  readonly stormWindow: Millis
}

/** How long the digest of a storm that breaks all at once waits for the rest of it. */
const settling = seconds(5)

const lengthOf = (limit: ReceiveLimit): Millis => (limit.per === 'hour' ? hours(1) : hours(24))

export const flowKey = (subscription: SubscriptionId, channel: ChannelId): string =>
  `${subscription} ${channel}`

/** The pairs of subscription and channel whose flow the next stage has to know. */
export const flowsConcerned = (batch: PlanBatch) => [
  ...new Map(
    batch.kept.flatMap(({ kind, channel, by }) =>
      by.flatMap(({ subscription }) =>
        kind === 'firing' || subscription.limit !== null
          ? [
              [
                flowKey(subscription.id, channel),
                { subscription: subscription.id, channel },
              ] as const,
            ]
          : [],
      ),
    ),
  ).values(),
]

type Admission = { readonly flow: Flow; readonly refused: null } | Refusal
interface Refusal {
  readonly flow: Flow
  readonly refused: { readonly why: keyof typeof holdReasons; readonly dueAt: Instant }
}

/** A13: more than so many alerts opening within the window are told in one digest. */
function afterStorm(flow: Flow, arriving: number, rules: FlowRules): Admission {
  const { now, stormAlerts, stormWindow } = rules
  const recent = flow.openings.filter((at) => at > minus(now, stormWindow))
  const openings = [...recent, ...Array.from({ length: arriving }, () => now)]
  const next = { ...flow, openings: openings.slice(-stormAlerts - 1) }
  if (arriving === 0 || openings.length <= stormAlerts) return { flow: next, refused: null }
  const dueAt = plus(now, recent.length === 0 ? settling : stormWindow)
  return { flow: next, refused: { why: 'storm', dueAt } }
}

function afterLimit(flow: Flow, limit: ReceiveLimit | null, now: Instant): Admission {
  if (limit === null) return { flow, refused: null }
  const length = lengthOf(limit)
  const running = flow.periodStart !== null && now < plus(flow.periodStart, length)
  const start = running && flow.periodStart !== null ? flow.periodStart : now
  const sent = running ? flow.sent : 0
  return sent < limit.messages
    ? { flow: { ...flow, periodStart: start, sent: sent + 1 }, refused: null }
    : { flow, refused: { why: 'limit', dueAt: plus(start, length) } }
}

const holdReasons = { storm: 'merged_into_digest', limit: 'limit_reached' } as const

const holdFor = (reach: Reach, channel: ChannelId, { why, dueAt }: Refusal['refused']): Hold => ({
  hold: holdReasons[why],
  detail: { ...naming(reach), digestAt: dueAt },
  collecting: { subscription: reach.subscription, channel, why, dueAt },
})

/**
 * Keeps storms and receive limits: what is too much is held and named in a digest. A message goes
 * out when any of its subscriptions admits it. Answers the flows as they are afterwards, too.
 */
export function withinLimits(
  batch: PlanBatch,
  before: readonly Flow[],
  rules: FlowRules,
): { readonly batch: PlanBatch; readonly flows: readonly Flow[] } {
  const flows = new Map(before.map((flow) => [flowKey(flow.subscription, flow.channel), flow]))
  const storms = new Map<string, Refusal['refused']>()
  for (const [key, flow] of flows) {
    const arriving = batch.kept.filter((intent) => opens(intent, flow)).length
    const { flow: next, refused } = afterStorm(flow, arriving, rules)
    flows.set(key, next)
    if (refused) storms.set(key, refused)
  }
  const admit = (
    subscription: Subscription,
    { kind, channel }: Intent,
  ): Refusal['refused'] | null => {
    const key = flowKey(subscription.id, channel)
    const flow = flows.get(key)
    if (!flow) return null
    const storm = kind === 'firing' ? storms.get(key) : undefined
    if (storm) return storm
    const { flow: next, refused } = afterLimit(flow, subscription.limit, rules.now)
    flows.set(key, next)
    return refused
  }
  const sifted = sift(batch, (intent) => {
    const answers = intent.by.map((reach) => ({
      reach,
      refused: admit(reach.subscription, intent),
    }))
    const [first, ...rest] = answers.filter(({ refused }) => refused === null)
    if (first) return { keep: { ...intent, by: [first.reach, ...rest.map(({ reach }) => reach)] } }
    const [refusal] = answers
    return refusal?.refused
      ? holdFor(refusal.reach, intent.channel, refusal.refused)
      : { keep: intent }
  })
  return { batch: sifted, flows: [...flows.values()] }
}

const opens = ({ kind, channel, by }: Intent, flow: Flow): boolean =>
  kind === 'firing' &&
  channel === flow.channel &&
  by.some(({ subscription }) => subscription.id === flow.subscription)
