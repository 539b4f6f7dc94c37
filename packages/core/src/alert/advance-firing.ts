import type { ProtectionLevel } from '../policy/level.ts'
import { protectionLevels } from '../policy/level.ts'
import type { Thresholds } from '../policy/thresholds.ts'
import { type Instant, plus } from '../time.ts'
import type { Measure } from './finding.ts'
import { nextRepeat } from './repeat-time.ts'
import type { OpenAlert } from './state.ts'
import type { Transition } from './transition.ts'

const isStricter = (level: ProtectionLevel, than: ProtectionLevel): boolean =>
  protectionLevels.indexOf(level) < protectionLevels.indexOf(than)

const isAcknowledged = (alert: OpenAlert, now: Instant): boolean =>
  alert.acknowledgedUntil !== null && alert.acknowledgedUntil > now

/** A8: the level or the numbers changed under a firing alert that is still in breach. */
function adjusted(
  alert: OpenAlert,
  level: ProtectionLevel,
  thresholds: Thresholds,
  measure: Measure,
  now: Instant,
): Transition | null {
  const latestNext = plus(now, thresholds.frequency)
  const next = alert.nextNotifyAt ?? latestNext
  const sooner = Math.min(next, latestNext) as Instant
  const of = { condition: alert.condition, alert: alert.id, measure }
  if (isStricter(level, alert.level)) {
    return { type: 'raise', nth: alert.repeats + 1, nextNotifyAt: sooner, ...of }
  }
  if (level !== alert.level) {
    return { type: 'adjust', nextNotifyAt: Math.max(next, latestNext) as Instant, ...of }
  }
  if (measure.threshold !== alert.threshold || next > latestNext) {
    return { type: 'adjust', nextNotifyAt: sooner, ...of }
  }
  return null
}

/** What a firing alert that is still in breach does at `now`: adjusts, repeats, holds a repeat, or nothing. */
export function advanceFiring(
  alert: OpenAlert,
  level: ProtectionLevel,
  thresholds: Thresholds,
  measure: Measure,
  now: Instant,
): Transition | null {
  const adjustment = adjusted(alert, level, thresholds, measure, now)
  if (adjustment !== null) return adjustment
  if (alert.nextNotifyAt === null || alert.nextNotifyAt > now) return null
  const nextNotifyAt = nextRepeat(alert.firedAt ?? now, thresholds.frequency, now)
  const of = { condition: alert.condition, alert: alert.id, nextNotifyAt }
  if (isAcknowledged(alert, now)) return { type: 'hold_repeat', reason: 'acknowledged', ...of }
  return { type: 'repeat', nth: alert.repeats + 1, measure, ...of }
}
