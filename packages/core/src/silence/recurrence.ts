import { RRuleTemporal } from 'rrule-temporal'
import type { InputFault } from '../errors.ts'
import { type Instant, instant, minutes, plus } from '../time.ts'
import { instantOfWallTime, parseWallTime, wallTimeAt } from '../zoned-time.ts'
import { parseRecurrenceRule } from './recurrence-rule.ts'
import { contains, type Span } from './span.ts'

/** A maintenance window that comes again: an RFC 5545 rule of days, each time as long. */
export interface Recurrence {
  /** The first day and the time of day of every window, `YYYY-MM-DDTHH:MM` by the clock on the wall. */
  readonly start: string
  readonly timeZone: string
  readonly durationMinutes: number
  /** The value of an RRULE, such as `FREQ=WEEKLY;BYDAY=SA`. */
  readonly rule: string
}

/** An end that names a day means the whole of that day, in the window's own time zone. */
const ruleText = (rule: string): string =>
  rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')

function compile({ start, timeZone, rule }: Recurrence): RRuleTemporal {
  const dtstart = `${start.replaceAll(/[-:]/g, '')}00`
  return new RRuleTemporal({
    rruleString: `DTSTART;TZID=${timeZone}:${dtstart}\nRRULE:${ruleText(rule)}`,
    maxIterations: 50_000,
  })
}

const instantOf = (occurrence: { readonly epochMilliseconds: number } | null | undefined) =>
  occurrence ? instant(occurrence.epochMilliseconds) : null

const windowFrom = (from: Instant, { durationMinutes }: Recurrence): Span => ({
  from,
  until: plus(from, minutes(durationMinutes)),
})

/** The library throws when it has looked too far ahead without finding a day that fits. */
function orNull<T>(look: () => T): T | null {
  try {
    return look()
  } catch {
    return null
  }
}

/** The window that is open at `now`, or the next one; null when there is none any more. */
export function recurrenceSpan(recurrence: Recurrence, now: Instant): Span | null {
  return orNull(() => {
    const rule = compile(recurrence)
    const begun = instantOf(rule.previous(new Date(now), true))
    const open = begun === null ? null : windowFrom(begun, recurrence)
    if (open !== null && contains(open, now)) return open
    const next = instantOf(rule.next(new Date(now)))
    return next === null ? null : windowFrom(next, recurrence)
  })
}

/** More than a year of daily windows, so that both changes of the clock are among them. */
const windowsLookedAt = 400

function shortestGap(recurrence: Recurrence): number {
  const starts: number[] = []
  compile(recurrence).all((occurrence, index) => {
    starts.push(occurrence.epochMilliseconds)
    return index + 1 < windowsLookedAt
  })
  const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? start))
  return Math.min(Number.POSITIVE_INFINITY, ...gaps)
}

/** Whether a clock on the wall ever shows the start: that of a day on which it is put forward skips an hour. */
function isSkipped({ start, timeZone }: Recurrence): boolean {
  const wall = parseWallTime(start)
  return wallTimeAt(instantOfWallTime(wall, timeZone), timeZone) !== wall
}

/**
 * What is wrong with a recurrence, if anything: a rule that says nothing, a start that there is not, from
 * which every window would take another time of day, or windows that run together.
 */
export function recurrenceFault(recurrence: Recurrence, now: Instant): InputFault | null {
  const parsed = parseRecurrenceRule(recurrence.rule)
  if (!parsed.ok) return { path: 'rule', message: parsed.message }
  if (isSkipped(recurrence)) {
    const [day, time] = recurrence.start.split('T')
    return {
      path: 'start',
      message: `On ${day} the clock is put forward and skips ${time}. Choose another first day, or another time of day.`,
    }
  }
  if (recurrenceSpan(recurrence, now) === null) {
    return {
      path: 'rule',
      message: 'No window follows from this rule any more. Check its days, COUNT and UNTIL.',
    }
  }
  const gap = orNull(() => shortestGap(recurrence)) ?? Number.POSITIVE_INFINITY
  if (gap <= minutes(recurrence.durationMinutes)) {
    return {
      path: 'durationMinutes',
      message: `The next window begins after ${Math.floor(gap / 60_000)} minutes, before this one has ended. Make it shorter, or use a silence.`,
    }
  }
  return null
}
