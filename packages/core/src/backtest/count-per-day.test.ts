import { describe, expect, it } from 'vitest'
import { hours, type Instant, instant, millis, minus, plus, toIso } from '../time.ts'
import { countPerDay, daysUntil } from './count-per-day.ts'

const at = (iso: string): Instant => instant(Date.parse(iso))
const openedAt = (time: Instant) =>
  ({ condition: 'latency', openedAt: time, closedAt: null, peak: millis(1) }) as const

describe('the days of a backtest', () => {
  it('begin at midnight where their reader is', () => {
    const [yesterday, today, ...none] = daysUntil(at('2026-11-21T17:00Z'), 2, 'Asia/Shanghai')
    expect(none).toEqual([])
    expect([yesterday, today].map((day) => toIso(day?.from ?? instant(0)))).toEqual([
      '2026-11-20T16:00:00.000Z',
      '2026-11-21T16:00:00.000Z',
    ])
    expect(yesterday?.until).toBe(today?.from)
  })

  it.each([
    ['America/New_York', '2026-03-09T12:00Z', [24, 23, 24]],
    ['America/New_York', '2026-11-02T12:00Z', [24, 25, 24]],
    // There the clock skips midnight itself.
    ['America/Santiago', '2026-09-07T12:00Z', [24, 23, 24]],
    ['Australia/Lord_Howe', '2026-10-05T12:00Z', [24, 23.5, 24]],
  ])('have in %s around %s their own numbers of hours', (zone, today, lengths) => {
    const days = daysUntil(at(today), 3, zone)
    expect(days.map(({ from, until }) => (until - from) / hours(1))).toEqual(lengths)
  })

  it('count an alert on the day on which it opened, and none of before or after', () => {
    const days = daysUntil(at('2026-11-02T12:00Z'), 3, 'America/New_York')
    const [first, long, last] = days
    if (!first || !long || !last) throw new Error('three days were asked for')
    const counts = [0, 0, 0]
    const times = [
      ...[minus(first.from, millis(1)), last.until],
      ...[first.from, minus(long.from, millis(1))],
      ...[long.from, plus(long.from, hours(24.5)), minus(last.from, millis(1))],
      last.from,
    ]
    countPerDay(days, counts, times.map(openedAt))
    expect(counts).toEqual([2, 3, 1])
  })
})
