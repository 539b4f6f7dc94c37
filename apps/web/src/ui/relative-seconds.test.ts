import { expect, it } from 'vitest'
import { relativeSeconds } from './relative-seconds.ts'

it('never puts what is past into the future, nor what is to come into the past', () => {
  expect(relativeSeconds(10_000, 9_400, false)).toBe(0)
  expect(relativeSeconds(10_000, 14_600, false)).toBe(4)
  expect(relativeSeconds(10_000, 10_400, true)).toBe(0)
  expect(relativeSeconds(10_000, 5_400, true)).toBe(4)
})
