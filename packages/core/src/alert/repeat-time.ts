import { type Instant, type Millis, millis, plus } from '../time.ts'

/** How much of a frequency must lie between two messages for the second to keep its place. */
const leastShare = 0.9

/** The first instant to come that lies a whole number of frequencies after the first notification. */
export function nextOnGrid(anchor: Instant, frequency: Millis, now: Instant): Instant {
  const passed = Math.floor(Math.max(0, now - anchor) / frequency)
  return plus(anchor, millis((passed + 1) * frequency))
}

/**
 * A7: the next repeat, a whole number of frequencies after the first notification, so that repeats
 * do not drift. Where that would follow too closely on `now`, after a pause or an outage of ours, a
 * whole frequency from `now` instead: one message, and never a burst.
 */
export function nextRepeat(anchor: Instant, frequency: Millis, now: Instant): Instant {
  const slot = nextOnGrid(anchor, frequency, now)
  return slot - now >= leastShare * frequency ? slot : plus(now, frequency)
}
