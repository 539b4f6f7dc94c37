import { expect, it } from 'vitest'
import { millis } from '../time.ts'
import { figureToTell } from './figure-to-tell.ts'

const told = (observed: number, limit: number, event: Parameters<typeof figureToTell>[0]) =>
  figureToTell(event, millis(observed), millis(limit))

it('rounds up what is behind its limit, to what is shown of it', () => {
  expect(told(30_001, 30_000, 'sync_delay')).toBe(31_000)
  expect(told(31_000, 30_000, 'migration_delay')).toBe(31_000)
  expect(told(1_001, 1_000, 'sync_delay')).toBe(1_100)
  expect(told(5_001, 5_000, 'clock_skew')).toBe(5_100)
})

it('leaves as it is what is within its limit, and how long something has lasted', () => {
  expect(told(29_999, 30_000, 'sync_delay')).toBe(29_999)
  expect(told(30_001, 30_000, 'sync_failed')).toBe(30_001)
  expect(told(60_400, 60_000, 'no_signal')).toBe(60_400)
})
