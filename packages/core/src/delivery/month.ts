import { z } from 'zod'
import type { Instant } from '../time.ts'
import { instantOfWallTime, wallTime, wallTimeAt } from '../zoned-time.ts'

const largestQuota = 100_000_000
const range = `Use a whole number from 1 to ${largestQuota}.`

/** How many messages a month a provider takes, as an administrator tells it. */
export const monthlyQuota = z.int(range).min(1, range).max(largestQuota, range)

/** Where the providers are at home that count messages by the month. */
export const quotaTimeZone = 'Asia/Shanghai'

interface Month {
  readonly start: Instant
  readonly end: Instant
}

function findMonth(now: Instant): Month {
  const wall = new Date(wallTimeAt(now, quotaTimeZone))
  const firstOf = (month: number) =>
    instantOfWallTime(wallTime(Date.UTC(wall.getUTCFullYear(), month, 1)), quotaTimeZone)
  return { start: firstOf(wall.getUTCMonth()), end: firstOf(wall.getUTCMonth() + 1) }
}

/** Remembered, as every message asks for it anew and time zones are reckoned slowly. */
let latest: Month | null = null

/** The calendar month, as providers count it, in which this instant lies. */
export function monthOf(now: Instant): Month {
  if (latest !== null && latest.start <= now && now < latest.end) return latest
  latest = findMonth(now)
  return latest
}
