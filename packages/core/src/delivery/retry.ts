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

/**
 * How long to wait after `attempt` (1 for the first). Full jitter: anywhere between nothing and the
 * rung, so that messages which failed together do not come back together.
 * @param jitter in [0, 1)
 */
export function retryDelay(attempt: number, jitter: number): Millis {
  const rung = retryLadder[Math.min(attempt, retryLadder.length) - 1] ?? retryLadder[0]
  return millis(Math.max(250, Math.round(rung * jitter)))
}
