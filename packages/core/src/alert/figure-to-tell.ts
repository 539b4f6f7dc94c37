import { type Millis, millis } from '../time.ts'
import type { AlertEvent } from './event.ts'

/** Whether an event is about how far off something is, and not about how long it has lasted. */
export const measuresDistance = (event: AlertEvent): boolean =>
  event === 'sync_delay' || event === 'migration_delay' || event === 'clock_skew'

/**
 * What a sentence tells of a measured figure beside its limit. "Greater than" is strict, so what is
 * beyond the limit is rounded up: "30 s behind, limit 30 s" would be no reason for an alert.
 */
export function figureToTell(event: AlertEvent, observed: Millis, limit: Millis): Millis {
  if (observed <= limit || !measuresDistance(event)) return observed
  const step = observed < 10_000 ? 100 : 1_000
  return millis(Math.ceil(observed / step) * step)
}
