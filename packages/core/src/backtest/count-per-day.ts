import type { Instant } from '../time.ts'
import { instantOfWallTime, startOfDay, wallTimeAt } from '../zoned-time.ts'
import type { ReplayedAlert } from './history.ts'

/** From one midnight to the next: where clocks are put forward or back it has 23 or 25 hours. */
export interface Day {
  readonly from: Instant
  readonly until: Instant
}

/** Days as they are lived in this time zone, `count` of them, of which `today` falls into the last. */
export function daysUntil(today: Instant, count: number, timeZone: string): Day[] {
  const wall = wallTimeAt(today, timeZone)
  const midnight = (daysLater: number) => instantOfWallTime(startOfDay(wall, daysLater), timeZone)
  return Array.from({ length: count }, (_, index) => ({
    from: midnight(index - count + 1),
    until: midnight(index - count + 2),
  }))
}

/** Adds each alert to the count of the day on which it opened; those of other days are left out. */
export function countPerDay(
  days: readonly Day[],
  counts: number[],
  alerts: readonly ReplayedAlert[],
): void {
  for (const { openedAt } of alerts) {
    const index = days.findLastIndex(({ from }) => from <= openedAt)
    const day = days[index]
    if (day !== undefined && openedAt < day.until) counts[index] = (counts[index] ?? 0) + 1
  }
}
