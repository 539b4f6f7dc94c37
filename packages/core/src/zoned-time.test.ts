import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, toIso } from './time.ts'
import {
  instantOfWallTime,
  isTimeZone,
  parseWallTime,
  wallTimeAt,
  weekdayOf,
} from './zoned-time.ts'

const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']

describe('the clock on the wall', () => {
  it.each([
    ['an ordinary day', '2026-01-15T09:30', '2026-01-15T14:30:00.000Z'],
    ['in summer', '2026-07-15T09:30', '2026-07-15T13:30:00.000Z'],
    [
      'an hour that is skipped, as late as without the change',
      '2026-03-08T02:30',
      '2026-03-08T07:30:00.000Z',
    ],
    ['an hour that comes twice, the first time', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
  ])('in New York, %s', (_case, wall, expected) => {
    expect(toIso(instantOfWallTime(parseWallTime(wall), 'America/New_York'))).toBe(expected)
  })

  it('leads back to the same instant, or to the same reading of the clock', () => {
    const times = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 0, 1) })
    fc.assert(
      fc.property(times, fc.constantFrom(...zones), (time, zone) => {
        const wall = wallTimeAt(instant(time), zone)
        expect(wallTimeAt(instantOfWallTime(wall, zone), zone)).toBe(wall)
      }),
    )
  })

  it('knows the day of the week', () => {
    expect(weekdayOf(parseWallTime('2026-11-21T06:00'))).toBe('SA')
  })

  it.each([
    ['Asia/Shanghai', true],
    ['UTC', true],
    ['+08:00', false],
    ['Mars/Olympus', false],
    ['', false],
  ])('%s is a time zone: %s', (name, expected) => {
    expect(isTimeZone(name)).toBe(expected)
  })
})
