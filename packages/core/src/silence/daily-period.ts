import { type Instant, latest } from '../time.ts'
import {
  instantOfWallTime,
  startOfDay,
  type WallTime,
  type Weekday,
  wallTime,
  wallTimeAt,
  weekdayOf,
} from '../zoned-time.ts'
import type { Span } from './span.ts'

/**
 * The hours of the day in which a silence holds, by the clock on the wall. It passes midnight when
 * it ends no later than it begins, and then belongs to the day on which it begins.
 */
export interface DailyPeriod {
  /** `HH:MM`, as is `until`; the same time twice means the whole day. */
  readonly from: string
  readonly until: string
  /** Empty for every day. */
  readonly weekdays: readonly Weekday[]
  readonly timeZone: string
}

const minutesOf = (timeOfDay: string): number =>
  Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3, 5))

const isEveryDay = ({ weekdays }: DailyPeriod): boolean =>
  weekdays.length === 0 || weekdays.length === 7

/** A week and the days on either side, which a period may reach into. */
const daysAround = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8]

function periodOn(period: DailyPeriod, midnight: WallTime): Span {
  const [from, until] = [minutesOf(period.from), minutesOf(period.until)]
  const length = until > from ? until - from : until - from + 24 * 60
  const begins = wallTime(midnight + from * 60_000)
  const ends = wallTime(begins + length * 60_000)
  const { timeZone } = period
  return {
    from: instantOfWallTime(begins, timeZone),
    until: instantOfWallTime(ends, timeZone),
  }
}

/** Whole days that follow one another are one stretch: midnight is no reason to end and begin again. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last && span.from <= last.until) result[result.length - 1] = { ...last, until: span.until }
    else result.push(span)
  }
  return result
}

/** The stretch of `bounds` that holds at `now`, or the next one; null when none is left. */
export function periodSpan(period: DailyPeriod, bounds: Span, now: Instant): Span | null {
  if (now >= bounds.until) return null
  if (period.from === period.until && isEveryDay(period)) return bounds
  const today = startOfDay(wallTimeAt(latest(now, bounds.from), period.timeZone))
  const spans = daysAround
    .map((days) => startOfDay(today, days))
    .filter((day) => isEveryDay(period) || period.weekdays.includes(weekdayOf(day)))
    .map((day) => periodOn(period, day))
  for (const span of joined(spans)) {
    const from = latest(span.from, bounds.from)
    const until = Math.min(span.until, bounds.until) as Instant
    if (until > from && until > now) return { from, until }
  }
  return null
}
