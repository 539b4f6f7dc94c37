import { expect, it } from 'vitest'
import { instant } from './time.ts'
import { readableTime, zonedIso } from './written-time.ts'

const winter = instant(Date.UTC(2026, 0, 15, 20, 30, 5, 250))
const summer = instant(Date.UTC(2026, 6, 15, 20, 30, 5))

it.each([
  [undefined, winter, '2026-01-15 20:30:05 UTC', '2026-01-15T20:30:05.250Z'],
  ['UTC', summer, '2026-07-15 20:30:05 UTC', '2026-07-15T20:30:05.000Z'],
  ['Asia/Shanghai', winter, '2026-01-16 04:30:05 UTC+8', '2026-01-16T04:30:05.250+08:00'],
  ['Asia/Kolkata', summer, '2026-07-16 02:00:05 UTC+5:30', '2026-07-16T02:00:05.000+05:30'],
  ['America/St_Johns', winter, '2026-01-15 17:00:05 UTC-3:30', '2026-01-15T17:00:05.250-03:30'],
  ['Europe/London', winter, '2026-01-15 20:30:05 UTC', '2026-01-15T20:30:05.250Z'],
  ['Europe/London', summer, '2026-07-15 21:30:05 UTC+1', '2026-07-15T21:30:05.000+01:00'],
])('A time is written with the offset that %s has at that moment', (zone, at, read, iso) => {
  expect(readableTime(at, zone)).toBe(read)
  expect(zonedIso(at, zone)).toBe(iso)
})

it('What is remembered of a zone never outlives a change of its clock', () => {
  const change = Date.UTC(2026, 2, 8, 7)
  const shown = [change - 1_000, change, change - 1_000].map((at) =>
    readableTime(instant(at), 'America/New_York'),
  )
  expect(shown).toEqual([
    '2026-03-08 01:59:59 UTC-5',
    '2026-03-08 03:00:00 UTC-4',
    '2026-03-08 01:59:59 UTC-5',
  ])
})

it('Whatever else was written before, a time is written the same', () => {
  const first = readableTime(winter, 'Asia/Shanghai')
  for (let quarter = 0; quarter < 1_100; quarter += 1) {
    readableTime(instant(winter + quarter * 900_000), 'Asia/Shanghai')
  }
  expect(readableTime(winter, 'Asia/Shanghai')).toBe(first)
})
