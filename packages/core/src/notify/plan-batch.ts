import type { AlertId, ChannelId, DigestId } from '../ids.ts'
import type { DailyPeriod } from '../silence/daily-period.ts'
import type { Subscription } from '../subscription/subscription.ts'
import type { Instant } from '../time.ts'
import type { DigestReason } from './digest.ts'
import type { AlertMessageKind, MessageNote } from './message.ts'
import type { PlannedNews } from './news.ts'
import type { SuppressionDetail, SuppressionReason } from './suppression.ts'

/** A subscription that leads to a channel, with the hours that it keeps for the alert's level. */
export interface Reach {
  readonly subscription: Subscription
  readonly period: DailyPeriod | null
}

/** A message that one alert owes to one channel. */
export interface Intent {
  readonly alert: AlertId
  readonly channel: ChannelId
  readonly kind: AlertMessageKind
  readonly note: MessageNote | null
  /** What it tells of; the kind may differ, as a repeat is news to a channel that heard nothing. */
  readonly news: PlannedNews
  /** Every subscription that still wants it, in their order; never empty. */
  readonly by: readonly [Reach, ...Reach[]]
}

/** A digest that names what was held back: one per subscription, channel and reason at a time. */
export interface Collecting {
  readonly subscription: Subscription
  readonly channel: ChannelId
  readonly why: DigestReason
  /** The alert about the gap in which all that it names came and went, where that is why. */
  readonly gap?: AlertId
  /** When it is sent, unless one is being gathered already. */
  readonly dueAt: Instant
}

/** Why a channel is not told; `channel` is null where nobody is. */
export interface Suppression {
  readonly alert: AlertId
  readonly channel: ChannelId | null
  readonly kind: AlertMessageKind
  /** Every subscription that wanted the message, where there was one to be held. */
  readonly by?: Intent['by']
  readonly reason: SuppressionReason
  /** Which silence, subscription or period the reason speaks of. */
  readonly detail: SuppressionDetail | null
  /** When to look again whether the channel still has to be told. */
  readonly wakeAt: Instant | null
  readonly collecting: Collecting | null
  /** The digest that is being gathered and tells it, where that is known already. */
  readonly into?: DigestId
}

/** Unsent messages of an alert to a channel that newer news makes pointless. */
export interface Superseded {
  readonly alert: AlertId
  readonly channel: ChannelId
  readonly kinds: readonly AlertMessageKind[]
}

/** What is on its way through the stages of planning: each keeps it or holds it, with a reason. */
export interface PlanBatch {
  readonly kept: readonly Intent[]
  readonly held: readonly Suppression[]
  readonly superseded: readonly Superseded[]
}

export interface Hold {
  readonly hold: SuppressionReason
  readonly detail?: SuppressionDetail
  readonly wakeAt?: Instant
  readonly collecting?: Collecting
  readonly into?: DigestId
}

/** One stage's word on one message: keep it (perhaps changed), or hold it back and say why. */
export type Verdict =
  | { readonly keep: Intent; readonly supersedes?: readonly AlertMessageKind[] }
  | Hold

/** The record of a message that is held back. */
export const suppressionOf = (
  { alert, channel, kind, by }: Pick<Suppression, 'alert' | 'channel' | 'kind' | 'by'>,
  { hold, detail, wakeAt, collecting, into }: Hold,
): Suppression => ({
  alert,
  channel,
  kind,
  ...(by === undefined ? {} : { by }),
  reason: hold,
  detail: detail ?? null,
  wakeAt: wakeAt ?? null,
  collecting: collecting ?? null,
  ...(into === undefined ? {} : { into }),
})

/** Asks about every message that is still kept; what is held is recorded in place of it. */
export function sift(batch: PlanBatch, judge: (intent: Intent) => Verdict): PlanBatch {
  const kept: Intent[] = []
  const held = [...batch.held]
  const superseded = [...batch.superseded]
  for (const intent of batch.kept) {
    const verdict = judge(intent)
    if ('hold' in verdict) {
      held.push(suppressionOf(intent, verdict))
      continue
    }
    const { alert, channel } = intent
    const kinds = verdict.supersedes ?? []
    kept.push(verdict.keep)
    if (kinds.length > 0) superseded.push({ alert, channel, kinds })
  }
  return { kept, held, superseded }
}

/** Keeps the message for those of its subscriptions that want it; null when none does. */
export function wantedBy(intent: Intent, wants: (reach: Reach) => boolean): Intent | null {
  const [first, ...rest] = intent.by.filter(wants)
  return first === undefined ? null : { ...intent, by: [first, ...rest] }
}

/** Names the subscription that a reason speaks of. */
export const naming = ({ subscription: { id, name } }: Reach): SuppressionDetail => ({
  subscription: name,
  subscriptionId: id,
})
