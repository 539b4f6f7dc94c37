import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Instant, instant, toIso } from '../time.ts'
import { wallTime, wallTimeAt, weekdayOf, weekdays } from '../zoned-time.ts'
import type { DailyPeriod } from './daily-period.ts'
import { nextSpans, type SilenceSchedule, spanOf } from './schedule.ts'
import { contains } from './span.ts'

const time = (text: string): Instant => instant(Date.parse(text))
const nights: DailyPeriod = {
  from: '22:00',
  until: '06:00',
  weekdays: [],
  timeZone: 'Asia/Shanghai',
}
const november: SilenceSchedule = {
  type: 'once',
  from: time('2026-11-01T00:00:00Z'),
  until: time('2026-12-01T00:00:00Z'),
  daily: null,
}
const daily = (period: Partial<DailyPeriod>): SilenceSchedule => ({
  ...november,
  daily: { ...nights, ...period },
})

const shown = (schedule: SilenceSchedule, now: string, count = 2) =>
  nextSpans(schedule, time(now), count).map(
    ({ from, until }) => `${toIso(from).slice(0, 16)} – ${toIso(until).slice(0, 16)}`,
  )

describe('a silence between two times', () => {
  it('holds from its first instant until just before its last, and never again', () => {
    const { from, until } = november
    const span = { from, until }
    expect(spanOf(november, time('2026-10-01T00:00:00Z'))).toEqual(span)
    expect(spanOf(november, instant(until - 1))).toEqual(span)
    expect(spanOf(november, until)).toBeNull()
  })
})

describe('a daily period', () => {
  it.each([
    ['before it begins', '2026-11-10T10:00:00Z', '2026-11-10T14:00 – 2026-11-10T22:00'],
    ['past midnight', '2026-11-10T20:00:00Z', '2026-11-10T14:00 – 2026-11-10T22:00'],
    ['after it has ended', '2026-11-10T22:00:00Z', '2026-11-11T14:00 – 2026-11-11T22:00'],
    [
      'before the first day, cut by it',
      '2026-10-01T00:00:00Z',
      '2026-11-01T14:00 – 2026-11-01T22:00',
    ],
    [
      'cut by the end of the silence',
      '2026-11-30T20:00:00Z',
      '2026-11-30T14:00 – 2026-11-30T22:00',
    ],
  ])('%s', (_case, now, expected) => {
    expect(shown(daily({}), now, 1)).toEqual([expected])
  })

  it('belongs, past midnight, to the day on which it begins', () => {
    expect(shown(daily({ weekdays: ['SA'] }), '2026-11-10T00:00:00Z')).toEqual([
      '2026-11-14T14:00 – 2026-11-14T22:00',
      '2026-11-21T14:00 – 2026-11-21T22:00',
    ])
  })

  it('joins whole days, so that a weekend is one stretch', () => {
    const weekend = daily({ from: '00:00', until: '00:00', weekdays: ['SA', 'SU'] })
    expect(shown(weekend, '2026-11-10T00:00:00Z', 1)).toEqual([
      '2026-11-13T16:00 – 2026-11-15T16:00',
    ])
  })

  it('keeps to the clock on the wall when that is put back', () => {
    const period = daily({ timeZone: 'America/New_York' })
    const october = { ...period, from: time('2026-10-20T00:00:00Z') } as SilenceSchedule
    expect(shown(october, '2026-10-31T20:00:00Z')).toEqual([
      '2026-11-01T02:00 – 2026-11-01T11:00',
      '2026-11-02T03:00 – 2026-11-02T11:00',
    ])
  })
})

const window: SilenceSchedule = {
  type: 'recurring',
  start: '2026-03-01T01:30',
  timeZone: 'America/New_York',
  durationMinutes: 120,
  rule: 'FREQ=WEEKLY;BYDAY=SU',
}

describe('a maintenance window', () => {
  it('comes at the same time by the clock on the wall, and lasts as long as it says', () => {
    expect(shown(window, '2026-03-07T00:00:00Z')).toEqual([
      '2026-03-08T06:30 – 2026-03-08T08:30',
      '2026-03-15T05:30 – 2026-03-15T07:30',
    ])
  })

  it('is open until just before its end', () => {
    const end = time('2026-03-15T07:30:00Z')
    expect(spanOf(window, instant(end - 1))?.until).toBe(end)
    expect(spanOf(window, end)?.from).toBe(time('2026-03-22T05:30:00Z'))
  })

  it('is over after its last time', () => {
    const twice = { ...window, rule: 'FREQ=DAILY;COUNT=2' }
    expect(shown(twice, '2026-03-01T00:00:00Z', 9)).toHaveLength(2)
    expect(spanOf(twice, time('2026-03-03T00:00:00Z'))).toBeNull()
  })
})

const zones = fc.constantFrom('UTC', 'Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe')
const timesOfDay = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
const moments = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 })
  .map((minute) => instant(minute * 60_000))
const rules = fc.constantFrom(
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,WE,SA',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;BYMONTHDAY=31',
  'FREQ=DAILY;INTERVAL=3;UNTIL=20260901',
)
const schedules: fc.Arbitrary<SilenceSchedule> = fc.oneof(
  fc
    .record({
      type: fc.constant('once' as const),
      from: moments,
      until: moments,
      daily: fc.option(
        fc.record({
          from: timesOfDay,
          until: timesOfDay,
          weekdays: fc.subarray([...weekdays]),
          timeZone: zones,
        }),
      ),
    })
    .filter((schedule) => schedule.from < schedule.until),
  fc.record({
    type: fc.constant('recurring' as const),
    start: timesOfDay.map((time) => `2026-02-27T${time}`),
    timeZone: zones,
    durationMinutes: fc.integer({ min: 5, max: 22 * 60 }),
    rule: rules,
  }),
)

describe('for every schedule', () => {
  it('the span found is open or to come, and stays the same until it ends', () => {
    fc.assert(
      fc.property(
        schedules,
        moments,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (schedule, now, part) => {
          const span = spanOf(schedule, now)
          if (span === null) return
          expect(span.until).toBeGreaterThan(now)
          expect(span.until).toBeGreaterThan(span.from)
          const later = instant(Math.floor(now + (span.until - now - 1) * part))
          expect(spanOf(schedule, later)).toEqual(span)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('spans follow one another without touching', () => {
    fc.assert(
      fc.property(schedules, moments, (schedule, now) => {
        const spans = nextSpans(schedule, now, 4)
        for (const [index, span] of spans.entries()) {
          const before = spans[index - 1]
          if (before) expect(span.from).toBeGreaterThan(before.until)
        }
      }),
    )
  })

  it('a daily period holds exactly when the clock on the wall says so', () => {
    const periods = fc.record({
      from: timesOfDay,
      until: timesOfDay,
      weekdays: fc.subarray([...weekdays]),
      timeZone: zones.filter((zone) => zone === 'UTC' || zone === 'Asia/Shanghai'),
    })
    fc.assert(
      fc.property(periods, moments, (period, now) => {
        const bounds = { from: instant(0), until: instant(Date.UTC(2100, 0, 1)) }
        const span = spanOf({ type: 'once', ...bounds, daily: period }, now)
        const holds = span !== null && contains(span, now)
        expect(holds).toBe(saysTheClock(period, now))
      }),
      { numRuns: 300 },
    )
  })
})

/** The same question answered the plain way: is it now past the beginning of today's or yesterday's? */
function saysTheClock(period: DailyPeriod, now: Instant): boolean {
  const wall = wallTimeAt(now, period.timeZone)
  const timeOfDay = new Date(wall).toISOString().slice(11, 16)
  const counts = (daysAgo: number) =>
    period.weekdays.length === 0 ||
    period.weekdays.includes(weekdayOf(wallTime(wall - daysAgo * 86_400_000)))
  const { from, until } = period
  if (until > from) return counts(0) && timeOfDay >= from && timeOfDay < until
  return (counts(0) && timeOfDay >= from) || (counts(1) && timeOfDay < until)
}
