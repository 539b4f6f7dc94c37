import type { Instant } from '../time.ts'
import { instantOfWallTime, wallTime, wallTimeAt } from '../zoned-time.ts'

/** Where the providers are at home that count messages by the month. */
const timeZone = 'Asia/Shanghai'

/** The calendar month, as providers count it, in which this instant lies. */
export function monthOf(now: Instant): { readonly start: Instant; readonly end: Instant } {
  const wall = new Date(wallTimeAt(now, timeZone))
  const firstOf = (month: number) =>
    instantOfWallTime(wallTime(Date.UTC(wall.getUTCFullYear(), month, 1)), timeZone)
  return { start: firstOf(wall.getUTCMonth()), end: firstOf(wall.getUTCMonth() + 1) }
}
