import { expect, it } from 'vitest'
import { ceilingOf } from './day-bars.tsx'

it.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [11, 20],
  [50, 50],
  [51, 100],
  [1_234, 2_000],
])('An axis that must hold %i ends at %i', (most, end) => {
  expect(ceilingOf(most)).toBe(end)
})
