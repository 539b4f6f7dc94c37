/** A scenario's repeating shape: quiet for a while, then its event for a while. */
export interface Cycle {
  readonly quietSeconds: number
  readonly eventSeconds: number
  /** Shifts the cycle, so that projects of one scenario do not all move at once. */
  readonly offsetSeconds: number
}

/** How far the event has come, from 0 up to 1, or null while it is quiet. */
export function eventProgress(elapsed: number, cycle: Cycle): number | null {
  if (elapsed < 0) return null
  const length = cycle.quietSeconds + cycle.eventSeconds
  const position = (elapsed + cycle.offsetSeconds) % length
  return position < cycle.quietSeconds ? null : (position - cycle.quietSeconds) / cycle.eventSeconds
}

/** Which repetition the moment lies in. */
export const repetition = (elapsed: number, cycle: Cycle): number =>
  Math.floor((elapsed + cycle.offsetSeconds) / (cycle.quietSeconds + cycle.eventSeconds))
