import { between, type Instant, latest, minus, minutes } from '@highwater/core'
import type { Parameters } from '@highwater/core/parameters'
import { longSilence, type SilenceSchedule, type Span, spanOf } from '@highwater/core/silence'

/** Where a silence stands: the columns that a worker moves on. */
export interface SilenceStanding {
  readonly spanFrom: Instant | null
  readonly spanUntil: Instant | null
  readonly remindAt: Instant | null
  readonly nextChangeAt: Instant | null
}

const over: SilenceStanding = {
  spanFrom: null,
  spanUntil: null,
  remindAt: null,
  nextChangeAt: null,
}

function reminderOf(span: Span, schedule: SilenceSchedule, parameters: Parameters) {
  const isLong = between(span.from, span.until) > longSilence
  // A maintenance window ends as planned and will come again; a silence is made in a hurry.
  return schedule.type === 'once' && isLong
    ? latest(span.from, minus(span.until, minutes(parameters.silenceReminderMinutes)))
    : null
}

/** Where a silence of this schedule stands at `now`; all null when it will never hold anything. */
export function standingAt(
  schedule: SilenceSchedule,
  now: Instant,
  parameters: Parameters,
): SilenceStanding {
  const span = spanOf(schedule, now)
  if (span === null) return over
  const remindAt = reminderOf(span, schedule, parameters)
  return {
    spanFrom: span.from,
    spanUntil: span.until,
    remindAt,
    // One that holds already is looked at now: what waits to be sent has to be held.
    nextChangeAt: latest(span.from, now),
  }
}
