import { type Instant, type Millis, millis, plus } from '../time.ts'

/**
 * A7: the next repeat, a whole number of frequencies after the first notification and after `now`,
 * so that a pause or an outage is followed by one message and never by a burst.
 */
export function nextRepeat(anchor: Instant, frequency: Millis, now: Instant): Instant {
  const passed = Math.floor(Math.max(0, now - anchor) / frequency)
  return plus(anchor, millis((passed + 1) * frequency))
}
