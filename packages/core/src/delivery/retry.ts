import { type Millis, millis, minutes, seconds } from '../time.ts'

/** C8: the longest waits before the second, third ... attempt; the last one repeats. */
export const retryLadder = [
  seconds(5),
  seconds(15),
  seconds(45),
  minutes(2),
  minutes(5),
  minutes(10),
  minutes(15),
] as const satisfies readonly Millis[]

/** Jitter may fall near nothing; what failed a moment ago deserves a breath. */
const shortestDelay = millis(250)

/** The rung of the ladder after `attempt` (1 for the first). */
export const longestDelay = (attempt: number): Millis =>
  retryLadder[Math.min(attempt, retryLadder.length) - 1] ?? retryLadder[0]

/**
 * How long to wait after `attempt` (1 for the first). Full jitter: anywhere between nothing and the
 * rung, so that messages which failed together do not come back together.
 * @param jitter in [0, 1)
 */
export function retryDelay(attempt: number, jitter: number): Millis {
  return millis(Math.max(shortestDelay, Math.round(longestDelay(attempt) * jitter)))
}
