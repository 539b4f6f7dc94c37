import { type DailyPeriod, periodSpan } from '../silence/daily-period.ts'
import { hours, type Instant, plus } from '../time.ts'

/** Longer than a week: every period comes round within it. */
const ahead = hours(9 * 24)

/** When the hours of a period hold next; `now` while they hold, or when there is no period. */
export function nextHours(period: DailyPeriod | null, now: Instant): Instant {
  if (period === null) return now
  const span = periodSpan(period, { from: now, until: plus(now, ahead) }, now)
  return span?.from ?? now
}
