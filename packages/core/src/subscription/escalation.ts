import type { AlertGroupId, ChannelId } from '../ids.ts'
import type { AlertSubject } from '../notify/news.ts'
import type { PersonRole } from '../person/addressed.ts'
import { type Instant, minutes, plus } from '../time.ts'
import { covers } from './covers.ts'
import type { Subscription } from './subscription.ts'
import { targetLevelOf } from './targets.ts'

/** Who hears of an alert that nobody has acknowledged for so long. */
export interface EscalationStep {
  readonly afterMinutes: number
  readonly channels: readonly ChannelId[]
  readonly groups: readonly AlertGroupId[]
  readonly people?: readonly PersonRole[]
}

/** How far the escalation of an alert has come. */
export interface EscalationStanding {
  /** Since when it waits for somebody to acknowledge it. */
  readonly from: Instant
  /** The steps up to so many minutes have been taken since then; 0 for none. */
  readonly escalatedMinutes: number
}

export interface Escalation {
  /** The minutes whose steps are due and not taken yet, soonest first. */
  readonly due: readonly number[]
  /** When the next step is due; null when none is left. */
  readonly nextAt: Instant | null
}

type Escalating = Pick<Subscription, 'escalation'>

/** After how many minutes something happens, each once, soonest first. */
export const escalationTimes = (subscriptions: readonly Escalating[]): number[] =>
  [
    ...new Set(
      subscriptions.flatMap(({ escalation }) => escalation.map((step) => step.afterMinutes)),
    ),
  ].toSorted((left, right) => left - right)

/** The subscriptions whose steps concern this alert: those that speak at its level, too. */
export const escalatingFor = (
  subscriptions: readonly Subscription[],
  subject: AlertSubject,
): Subscription[] =>
  subscriptions.filter(
    (subscription) =>
      subscription.escalation.length > 0 &&
      subscription.levels[targetLevelOf(subject.level)] !== null &&
      covers(subscription, subject),
  )

/** Where the escalation of an alert stands under the subscriptions that cover it. */
export function escalationAt(
  { from, escalatedMinutes }: EscalationStanding,
  subscriptions: readonly Escalating[],
  now: Instant,
): Escalation {
  const left = escalationTimes(subscriptions).filter((after) => after > escalatedMinutes)
  const isDue = (after: number) => plus(from, minutes(after)) <= now
  const next = left.find((after) => !isDue(after))
  return {
    due: left.filter(isDue),
    nextAt: next === undefined ? null : plus(from, minutes(next)),
  }
}

/** The steps of a subscription among these minutes. */
export const stepsAt = (
  { escalation }: Escalating,
  times: readonly number[],
): readonly EscalationStep[] =>
  escalation.filter(({ afterMinutes }) => times.includes(afterMinutes))

/** The steps of a subscription that have been taken when it was escalated so far. */
export const stepsUpTo = (
  { escalation }: Escalating,
  escalatedMinutes: number,
): readonly EscalationStep[] =>
  escalation.filter(({ afterMinutes }) => afterMinutes <= escalatedMinutes)
