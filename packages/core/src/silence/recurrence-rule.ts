import { type Weekday, weekdays } from '../zoned-time.ts'

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]

/** A day of the week; with `nth`, that one of the month (or year), counted from its end if negative. */
export interface NthWeekday {
  readonly day: Weekday
  readonly nth: number | null
}

/** The part of RFC 5545 that days can be told by; the time of day is that of the first start. */
export interface RecurrenceRule {
  readonly frequency: Frequency
  readonly interval: number
  readonly count: number | null
  /** As the rule writes it: `20261231` or `20261231T235959Z`. */
  readonly until: string | null
  readonly byDay: readonly NthWeekday[]
  readonly byMonthDay: readonly number[]
  readonly byMonth: readonly number[]
  readonly bySetPos: readonly number[]
}

export type RuleOutcome =
  | { readonly ok: true; readonly rule: RecurrenceRule }
  | { readonly ok: false; readonly message: string }

const partNames = [
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYDAY',
  'BYMONTHDAY',
  'BYMONTH',
  'BYSETPOS',
]
/** Where weeks begin: it decides which weeks `INTERVAL` leaves out, and is told to no reader. */
const weekStart = 'WKST'

class RuleFault extends Error {}

function fault(message: string): never {
  throw new RuleFault(message)
}

function wholeNumber(part: string, text: string, min: number, max: number): number {
  const value = /^[+-]?\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max && value !== 0) return value
  const range = `from ${min} to ${max}${min < 0 ? ' except 0' : ''}`
  return fault(`${part} takes whole numbers ${range}; "${text}" is not one.`)
}

const wholeNumbers = (part: string, text: string | undefined, min: number, max: number) =>
  text === undefined ? [] : text.split(',').map((item) => wholeNumber(part, item, min, max))

function nthWeekday(text: string): NthWeekday {
  const [, nth, day] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? []
  const known = weekdays.find((weekday) => weekday === day)
  if (!known) return fault(`BYDAY takes days such as MO, 2TU or -1FR; "${text}" is not one.`)
  return { day: known, nth: nth === undefined ? null : wholeNumber('BYDAY', nth, -53, 53) }
}

function partsOf(text: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  const written = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
  for (const part of written.split(';')) {
    const [, name, value] = /^([A-Z]+)=([A-Z0-9+,-]+)$/.exec(part) ?? []
    if (name === undefined || value === undefined) {
      fault(
        `"${part.slice(0, 40)}" is not a part such as FREQ=WEEKLY. Separate parts by semicolons.`,
      )
    }
    if (parts.has(name)) fault(`${name} stands there twice.`)
    if (name !== weekStart && !partNames.includes(name)) {
      fault(
        `${name} cannot be used. Days are told by ${partNames.join(', ')}; the time of day is that of the start.`,
      )
    }
    parts.set(name, value)
  }
  return parts
}

function readRule(text: string): RecurrenceRule {
  const parts = partsOf(text)
  const frequency = frequencies.find((name) => name === parts.get('FREQ'))
  if (!frequency) {
    return fault(
      `FREQ must be one of ${frequencies.join(', ')}: a window comes at most once a day.`,
    )
  }
  const [count, until] = [parts.get('COUNT'), parts.get('UNTIL')]
  if (count !== undefined && until !== undefined) fault('Use either COUNT or UNTIL, not both.')
  if (until !== undefined && !/^\d{8}(T\d{6}Z)?$/.test(until)) {
    fault('UNTIL is a day such as 20261231, or a time in UTC such as 20261231T235959Z.')
  }
  const week = parts.get(weekStart)
  if (week !== undefined && !weekdays.some((weekday) => weekday === week)) {
    fault(`WKST takes one day such as MO; "${week}" is not one.`)
  }
  const byDay = parts.get('BYDAY')?.split(',').map(nthWeekday) ?? []
  if (byDay.some(({ nth }) => nth !== null) && !['MONTHLY', 'YEARLY'].includes(frequency)) {
    fault('A numbered day such as 2TU needs FREQ=MONTHLY or FREQ=YEARLY.')
  }
  return {
    frequency,
    interval: wholeNumber('INTERVAL', parts.get('INTERVAL') ?? '1', 1, 1_000),
    count: count === undefined ? null : wholeNumber('COUNT', count, 1, 10_000),
    until: until ?? null,
    byDay,
    byMonthDay: wholeNumbers('BYMONTHDAY', parts.get('BYMONTHDAY'), -31, 31),
    byMonth: wholeNumbers('BYMONTH', parts.get('BYMONTH'), 1, 12),
    bySetPos: wholeNumbers('BYSETPOS', parts.get('BYSETPOS'), -366, 366),
  }
}

/** Reads the value of an RRULE; what it cannot read, or a day cannot be told by, it explains. */
export function parseRecurrenceRule(text: string): RuleOutcome {
  try {
    return { ok: true, rule: readRule(text) }
  } catch (error) {
    if (error instanceof RuleFault) return { ok: false, message: error.message }
    throw error
  }
}
