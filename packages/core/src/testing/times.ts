import { type Instant, instant, plus, seconds } from '../time.ts'

/** Where every example begins. */
export const start: Instant = instant(Date.UTC(2026, 0, 1))

/** So many seconds after the start. */
export const at = (secondsAfterStart: number): Instant => plus(start, seconds(secondsAfterStart))
