import { expect, test } from 'vitest'
import { durationTicks, percentScale, timeTicks } from './scale.ts'

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

const hourMs = 3_600_000
const isoOf = (at: number) => new Date(at).toISOString().slice(5, 16)

test('time ticks fall on round local times, also in a zone with a half hour', () => {
  const from = Date.UTC(2026, 0, 5, 3, 10)
  expect(timeTicks(from, from + 4 * hourMs, 4, 'Asia/Kolkata').map(isoOf)).toEqual([
    '01-05T03:30',
    '01-05T04:30',
    '01-05T05:30',
    '01-05T06:30',
  ])
})

test.each([
  ['put back', Date.UTC(2026, 9, 31, 12), ['11-01T04:00', '11-02T05:00', '11-03T05:00']],
  ['put forward', Date.UTC(2026, 2, 7, 12), ['03-08T05:00', '03-09T04:00', '03-10T04:00']],
])('the days of a range in which the clocks are %s begin at midnight', (_how, from, midnights) => {
  expect(timeTicks(from, from + 72 * hourMs, 3, 'America/New_York').map(isoOf)).toEqual(midnights)
})

test('the clocks may be put forward at midnight itself', () => {
  const from = Date.UTC(2026, 8, 5, 12)
  expect(timeTicks(from, from + 48 * hourMs, 2, 'America/Santiago').map(isoOf)).toEqual([
    '09-06T04:00',
    '09-07T03:00',
  ])
})
