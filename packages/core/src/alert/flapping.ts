import type { Thresholds } from '../policy/thresholds.ts'
import { type Instant, type Millis, millis, minus, plus } from '../time.ts'
import type { Calming } from './calming.ts'
import type { OpenAlert } from './state.ts'

type Turning = Pick<OpenAlert, 'turnedAt' | 'flappingSince'>
type Pace = Pick<Thresholds, 'frequency'>

/** The turns that count, this one included: those of the window, and no more than make it flap. */
export function withTurn(
  turnedAt: readonly Instant[],
  calming: Calming,
  now: Instant,
): readonly Instant[] {
  const oldest = minus(now, calming.flapWindow)
  return [...turnedAt.filter((turn) => turn > oldest), now].slice(-calming.flapTurns)
}

export const isTooMany = (turnedAt: readonly Instant[], calming: Calming): boolean =>
  turnedAt.length >= calming.flapTurns

/** When a flapping alert will have been stable for long enough; null for one that is not flapping. */
export function steadyAt(alert: Turning, calming: Calming): Instant | null {
  if (alert.flappingSince === null) return null
  return plus(alert.turnedAt.at(-1) ?? alert.flappingSince, calming.flapStable)
}

/** How often a flapping alert is told of: more rarely than its frequency, and never more often. */
export const digestPace = ({ frequency }: Pace, calming: Calming): Millis =>
  millis(
    Math.max(frequency, Math.min(frequency * calming.flapDigestFactor, calming.flapDigestAtMost)),
  )

/** The time between two messages about an alert that goes on firing. */
export const paceOf = (alert: Turning, pace: Pace, calming: Calming): Millis =>
  alert.flappingSince === null ? pace.frequency : digestPace(pace, calming)

/** A figure beyond this breaks through the calm of a flapping alert. */
export const doubledPeak = (alert: Pick<OpenAlert, 'peak'>): Millis => millis(2 * alert.peak)
