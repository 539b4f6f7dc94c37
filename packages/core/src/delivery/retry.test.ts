import fc from 'fast-check'
import { expect, it } from 'vitest'
import { at } from '../testing/index.ts'
import { minutes, seconds } from '../time.ts'
import { deadlineFor } from './lifetime.ts'
import { longestDelay, retryDelay, retryLadder } from './retry.ts'

it('The ladder is 5 s, 15 s, 45 s, 2 min, 5 min, 10 min and then always 15 min (C8)', () => {
  const rungs = [1, 2, 3, 4, 5, 6, 7, 8, 500].map((attempt) => longestDelay(attempt) / 1_000)
  expect(rungs).toEqual([5, 15, 45, 120, 300, 600, 900, 900, 900])
  expect(retryLadder).toHaveLength(7)
})

it('A wait lies anywhere in its rung, and is never nothing', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempt, jitter) => {
        const wait = retryDelay(attempt, jitter)
        expect(wait).toBeGreaterThanOrEqual(250)
        expect(wait).toBeLessThanOrEqual(longestDelay(attempt))
      },
    ),
  )
  expect(retryDelay(2, 0.5)).toBe(seconds(7.5))
})

it('News is worth sending for a day, a repeat for one frequency, a test for two minutes (C8)', () => {
  const deadline = (kind: Parameters<typeof deadlineFor>[0]) => deadlineFor(kind, at(0), minutes(7))
  expect(deadline('firing')).toBe(at(86_400))
  expect(deadline('resolved')).toBe(at(86_400))
  expect(deadline('repeat')).toBe(at(420))
  expect(deadline('test')).toBe(at(120))
})
