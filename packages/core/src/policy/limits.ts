import { hours, type Millis, minutes, seconds } from '../time.ts'
import type { GuardedLevel } from './level.ts'

/** The thresholds that a level has; both are lengths that must be exceeded, not reached. */
export const thresholdNames = ['latency', 'interruption'] as const
export type ThresholdName = (typeof thresholdNames)[number]

export interface ThresholdLimits {
  readonly min: Millis
  readonly max: Millis
  readonly default: Millis
}

/**
 * The allowed range and the default of both thresholds per level (P1). This table is the only
 * statement of them: schemas, form hints, SQL checks and the API description are drawn from it.
 */
export const thresholdLimits = {
  high: { min: seconds(1), max: minutes(5), default: seconds(30) },
  medium: { min: seconds(30), max: minutes(10), default: seconds(300) },
  low: { min: minutes(5), max: hours(3), default: seconds(900) },
} as const satisfies Record<GuardedLevel, ThresholdLimits>

/** How often a firing alert is repeated, in whole minutes, for every level (P1). */
export const frequencyLimits = { min: minutes(1), max: minutes(600), default: minutes(3) } as const
