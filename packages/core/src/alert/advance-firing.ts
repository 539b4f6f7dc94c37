import type { Thresholds } from '../policy/thresholds.ts'
import { type Instant, plus } from '../time.ts'
import { adjust } from './adjust.ts'
import type { ProjectFacts } from './facts.ts'
import type { Measure } from './finding.ts'
import { digestPace, doubledPeak, isTooMany, paceOf, steadyAt } from './flapping.ts'
import { inHand, isWoken } from './in-hand.ts'
import { nextRepeat } from './repeat-time.ts'
import type { OpenAlert } from './state.ts'
import type { Transition } from './transition.ts'

type Firing = { readonly alert: OpenAlert; readonly measure: Measure; readonly now: Instant }

/** What every message about a firing alert says of itself. */
const next = ({ alert, measure }: Firing) => ({
  condition: alert.condition,
  alert: alert.id,
  nth: alert.repeats + 1,
  measure,
})

/** The beginning and the end of flapping, each told once. */
function calmed(
  firing: Firing,
  hasTurned: boolean,
  { calming }: ProjectFacts,
  thresholds: Thresholds,
): Transition | null {
  const { alert, now } = firing
  const reason = inHand(alert, now)
  if (alert.flappingSince === null) {
    if (!hasTurned || !isTooMany(alert.turnedAt, calming)) return null
    const nextNotifyAt = plus(now, digestPace(thresholds, calming))
    return { type: 'flap', reason, nextNotifyAt, ...next(firing) }
  }
  const steady = steadyAt(alert, calming)
  if (steady === null || steady > now) return null
  return { type: 'steady', reason, nextNotifyAt: plus(now, thresholds.frequency), ...next(firing) }
}

/** The repeat that is due: by the frequency, because a snooze ended, or because it got much worse. */
function repeated(
  firing: Firing,
  { calming }: ProjectFacts,
  thresholds: Thresholds,
): Transition | null {
  const { alert, measure, now } = firing
  const held = inHand(alert, now)
  const isFlapping = alert.flappingSince !== null
  const isWorse = isFlapping && held === null && measure.observed > doubledPeak(alert)
  const woken = isWoken(alert, now)
  const isDue = alert.nextNotifyAt !== null && alert.nextNotifyAt <= now
  if (!isDue && !woken && !isWorse) return null
  const pace = paceOf(alert, thresholds, calming)
  const nextNotifyAt = nextRepeat(alert.flappingSince ?? alert.firedAt ?? now, pace, now)
  if (held !== null) {
    const of = { condition: alert.condition, alert: alert.id }
    return { type: 'hold_repeat', reason: held, nextNotifyAt, ...of }
  }
  const note = isWorse ? 'peak_doubled' : woken ? 'snooze_ended' : isFlapping ? 'flapping' : null
  return { type: 'repeat', note, nextNotifyAt, ...next(firing) }
}

/**
 * What a firing alert that is still in breach does at `now`: it adjusts to an edit, is called
 * flapping or steady again, repeats, holds a repeat, or does nothing.
 */
export function advanceFiring(
  alert: OpenAlert,
  hasTurned: boolean,
  facts: ProjectFacts,
  thresholds: Thresholds,
  measure: Measure,
  now: Instant,
): Transition[] {
  const firing = { alert, measure, now }
  const pace = paceOf(alert, thresholds, facts.calming)
  const adjustment = adjust(alert, facts.level, pace, measure, now)
  // A raised level breaks through whatever else holds or calms.
  if (adjustment?.type === 'raise') return [adjustment]
  const calming = calmed(firing, hasTurned, facts, thresholds)
  if (calming !== null) return [calming]
  const nextNotifyAt = adjustment?.nextNotifyAt ?? alert.nextNotifyAt
  const adjusted = { ...firing, alert: { ...alert, nextNotifyAt } }
  return [adjustment, repeated(adjusted, facts, thresholds)].filter((step) => step !== null)
}
