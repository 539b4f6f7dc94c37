import { expect, it } from 'vitest'
import { judgeClock } from './clock-offset.ts'
import { millis } from './time.ts'

it.each([
  [0, 'right'],
  [2_000, 'right'],
  [-2_001, 'off'],
  [30_000, 'off'],
  [30_001, 'wrong'],
  [-3_600_000, 'wrong'],
])('A clock that is %d ms ahead is %s', (offset, verdict) => {
  expect(judgeClock(millis(offset))).toBe(verdict)
})
