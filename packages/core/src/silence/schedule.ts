import { assertNever } from '../assert-never.ts'
import type { Instant } from '../time.ts'
import { type DailyPeriod, periodSpan } from './daily-period.ts'
import { type Recurrence, recurrenceSpan } from './recurrence.ts'
import type { Span } from './span.ts'

/** When a silence holds: between two times, there perhaps only in some hours; or again and again. */
export type SilenceSchedule =
  | {
      readonly type: 'once'
      readonly from: Instant
      readonly until: Instant
      readonly daily: DailyPeriod | null
    }
  | ({ readonly type: 'recurring' } & Recurrence)

/** The stretch of time that holds at `now`, or the next one; null when there is none any more. */
export function spanOf(schedule: SilenceSchedule, now: Instant): Span | null {
  switch (schedule.type) {
    case 'once': {
      const bounds = { from: schedule.from, until: schedule.until }
      if (schedule.daily !== null) return periodSpan(schedule.daily, bounds, now)
      return now < bounds.until ? bounds : null
    }
    case 'recurring':
      return recurrenceSpan(schedule, now)
    default:
      return assertNever(schedule)
  }
}

/** The stretches to come, the present one included, at most `count`. */
export function nextSpans(schedule: SilenceSchedule, now: Instant, count: number): Span[] {
  const spans: Span[] = []
  let at = now
  while (spans.length < count) {
    const span = spanOf(schedule, at)
    if (span === null) break
    spans.push(span)
    at = span.until
  }
  return spans
}
