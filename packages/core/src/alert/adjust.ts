import { isStricter, type ProtectionLevel } from '../policy/level.ts'
import { type Instant, type Millis, plus } from '../time.ts'
import type { Measure } from './finding.ts'
import type { OpenAlert } from './state.ts'
import type { Transition } from './transition.ts'

/**
 * A8: the level or the numbers changed under a firing alert that is still in breach.
 * @param pace the time between two messages as it is now
 */
export function adjust(
  alert: OpenAlert,
  level: ProtectionLevel,
  pace: Millis,
  measure: Measure,
  now: Instant,
): Extract<Transition, { type: 'raise' | 'adjust' }> | null {
  const latestNext = plus(now, pace)
  const next = alert.nextNotifyAt ?? latestNext
  const sooner = Math.min(next, latestNext) as Instant
  const of = { condition: alert.condition, alert: alert.id, measure }
  if (isStricter(level, alert.level)) {
    // Where a repeat was due at this very moment, this is it.
    const nextNotifyAt = sooner > now ? sooner : latestNext
    return { type: 'raise', nth: alert.repeats + 1, nextNotifyAt, ...of }
  }
  if (level !== alert.level) {
    // The later of both, and yet no later than a shorter frequency would have it.
    return { type: 'adjust', nextNotifyAt: latestNext, ...of }
  }
  if (measure.threshold !== alert.threshold || next > latestNext) {
    return { type: 'adjust', nextNotifyAt: sooner, ...of }
  }
  return null
}
