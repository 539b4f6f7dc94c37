import { expect, test } from 'vitest'
import { durationTicks, percentScale, timeTicks, zoneOffsetMs } from './scale.ts'

test('a scale maps its ends to 0 and 100 percent', () => {
  const scale = percentScale(50, 150)
  expect([scale(50), scale(100), scale(150)]).toEqual([0, 50, 100])
})

test('a range without extent maps to its start', () => {
  expect(percentScale(5, 5)(5)).toBe(0)
})

test.each([
  [0.5, [0, 1]],
  [100, [0, 30, 60, 90, 120]],
  [900, [0, 300, 600, 900]],
  [400_000, [0, 172_800, 345_600, 518_400]],
])('latencies up to %d seconds get ticks on round durations', (highest, ticks) => {
  expect(durationTicks(highest, 4)).toEqual(ticks)
})

test('time ticks fall on round local times, also in a zone with a half hour', () => {
  const from = Date.UTC(2026, 0, 5, 3, 10)
  const kolkata = zoneOffsetMs(from, 'Asia/Kolkata')
  expect(kolkata).toBe(5.5 * 3_600_000)
  const ticks = timeTicks(from, from + 4 * 3_600_000, 4, kolkata)
  expect(ticks.map((at) => new Date(at).toISOString().slice(11, 16))).toEqual([
    '03:30',
    '04:30',
    '05:30',
    '06:30',
  ])
})

test('Coordinated Universal Time and zones west of it have their offsets', () => {
  expect(zoneOffsetMs(0, 'UTC')).toBe(0)
  expect(zoneOffsetMs(Date.UTC(2026, 0, 5), 'America/New_York')).toBe(-5 * 3_600_000)
})
