import { hours, type Instant, type Millis, minus } from '@highwater/core'

/** How far back a list of happenings looks. */
export const timeRanges = ['hour', 'day', 'week', 'month'] as const
export type TimeRange = (typeof timeRanges)[number]

const lengths: Readonly<Record<TimeRange, Millis>> = {
  hour: hours(1),
  day: hours(24),
  week: hours(24 * 7),
  month: hours(24 * 30),
}

export const isTimeRange = (text: string | undefined): text is TimeRange =>
  timeRanges.some((range) => range === text)

/** Where a range begins that ends now; undefined when none is chosen. */
export const rangeStart = (range: string | undefined, now: Instant): Instant | undefined =>
  isTimeRange(range) ? minus(now, lengths[range]) : undefined
