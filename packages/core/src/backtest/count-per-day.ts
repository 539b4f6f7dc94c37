import { type Instant, instant } from '../time.ts'
import type { ReplayedAlert } from './history.ts'

const dayMs = 86_400_000

/** The beginning of the day in UTC. */
export const dayOf = (at: Instant): Instant => instant(Math.floor(at / dayMs) * dayMs)

/** The days of a range in UTC, `count` of them, of which `today` is the last. */
export const daysUntil = (today: Instant, count: number): Instant[] =>
  Array.from({ length: count }, (_, index) => instant(dayOf(today) - (count - 1 - index) * dayMs))

/** Adds each alert to the day on which it opened; days that are not in the table are not counted. */
export function countPerDay(counts: Map<Instant, number>, alerts: readonly ReplayedAlert[]): void {
  for (const { openedAt } of alerts) {
    const day = dayOf(openedAt)
    const count = counts.get(day)
    if (count !== undefined) counts.set(day, count + 1)
  }
}
