import type { Millis } from './time.ts'

const worthALine = 2_000
const wrong = 30_000

/**
 * What to make of a machine's clock that is so far ahead of the database's, which alone counts for the
 * product: `off` is worth a line in the log, `wrong` is trouble, as robots refuse what is signed by a
 * wrong clock, and people compare its log with times of ours.
 */
export type ClockVerdict = 'right' | 'off' | 'wrong'

export function judgeClock(offset: Millis): ClockVerdict {
  const apart = Math.abs(offset)
  if (apart > wrong) return 'wrong'
  return apart > worthALine ? 'off' : 'right'
}
