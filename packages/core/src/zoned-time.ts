import { type Instant, instant, millis, minus, plus } from './time.ts'

/** A date and time of day as a clock on the wall shows them, in milliseconds as if it hung in UTC. */
export type WallTime = number & { readonly __unit: 'wall-ms' }

const dayMs = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}

/** Whether this is the name of a time zone such as `Asia/Shanghai`; a bare offset is none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false
  try {
    return formatOf(name) !== undefined
  } catch {
    return false
  }
}

export const wallTime = (epochMsInUtc: number): WallTime => epochMsInUtc as WallTime

/** What a clock on the wall in this time zone shows. */
export function wallTimeAt(at: Instant, timeZone: string): WallTime {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return wallTime(
    Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000),
  )
}

/**
 * When a clock on the wall shows this. Of an hour that comes twice it is the first; a time that the
 * clock skips is as late as if it had not been put forward.
 */
export function instantOfWallTime(wall: WallTime, timeZone: string): Instant {
  const asUtc = instant(wall)
  const offsetAt = (at: Instant) => millis(wallTimeAt(at, timeZone) - at)
  const before = minus(asUtc, offsetAt(minus(asUtc, millis(dayMs))))
  if (wallTimeAt(before, timeZone) === wall) return before
  const after = minus(asUtc, offsetAt(plus(asUtc, millis(dayMs))))
  return wallTimeAt(after, timeZone) === wall ? after : before
}

/** As RFC 5545 abbreviates them, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** The day of the week of a wall time. */
export function weekdayOf(wall: WallTime): Weekday {
  const sundayFirst = new Date(wall).getUTCDay()
  return weekdays[(sundayFirst + 6) % 7] ?? 'MO'
}

/** Midnight of the day of a wall time, and of the days after it. */
export const startOfDay = (wall: WallTime, daysLater = 0): WallTime =>
  wallTime((Math.floor(wall / dayMs) + daysLater) * dayMs)

/** The wall time that `YYYY-MM-DDTHH:MM` writes. */
export const parseWallTime = (text: string): WallTime => wallTime(Date.parse(`${text}:00Z`))
