import type { Thresholds } from '../policy/thresholds.ts'
import { between, type Instant, plus, seconds } from '../time.ts'
import type { Condition } from './event.ts'
import type { ProjectFacts } from './facts.ts'
import type { Finding } from './finding.ts'
import { digestPace, isTooMany, withTurn } from './flapping.ts'
import { nextOnGrid } from './repeat-time.ts'
import type { RecentlyEnded } from './state.ts'
import type { Transition } from './transition.ts'

export type Breach = Extract<Finding, { is: 'breach' }>

/** An edit that is taken back this soon was a slip, and nobody needs a second first message. */
export const takenBackWithin = seconds(60)

/** The alert that an edit ended and whose very level and limit are in force again. */
const endedBySlip = (facts: ProjectFacts, breach: Breach, now: Instant) => (alert: RecentlyEnded) =>
  alert.because === 'edited' &&
  between(alert.endedAt, now) <= takenBackWithin &&
  alert.level === facts.level &&
  alert.threshold === breach.measure.threshold

/** Nothing is open for the condition and it is in breach: fire, come back, or wait for the pending time. */
export function begin(
  condition: Condition,
  facts: ProjectFacts,
  thresholds: Thresholds,
  breach: Breach,
  now: Instant,
): Transition {
  const { since, measure } = breach
  const { calming } = facts
  const ended = facts.ended.filter((alert) => alert.condition === condition)
  const slip = ended.find(endedBySlip(facts, breach, now))
  if (slip) {
    const nextNotifyAt = nextOnGrid(slip.firedAt, thresholds.frequency, now)
    return { type: 'reinstate', condition, alert: slip.id, measure, nextNotifyAt }
  }
  const recovered = ended.find(
    ({ because, endedAt }) =>
      because === 'recovered' && between(endedAt, now) <= calming.reopenWithin,
  )
  const firesAt = plus(since, calming.pendingFor)
  if (!recovered && firesAt > now) return { type: 'pend', condition, since, measure, firesAt }
  const turnedAt = recovered ? withTurn(recovered.turnedAt, calming, now) : []
  const flapping = isTooMany(turnedAt, calming)
  return {
    type: 'fire',
    condition,
    alert: recovered?.id ?? null,
    reopened: recovered !== undefined,
    since,
    measure,
    nextNotifyAt: plus(now, flapping ? digestPace(thresholds, calming) : thresholds.frequency),
    turnedAt,
    flapping,
  }
}
