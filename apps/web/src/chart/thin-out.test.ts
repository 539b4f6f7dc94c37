import { expect, test } from 'vitest'
import { thinOut } from './thin-out.ts'

test('a long list keeps both ends', () => {
  const numbers = Array.from({ length: 1_000 }, (_, index) => index)
  const kept = thinOut(numbers, 24)
  expect(kept).toHaveLength(24)
  expect([kept.at(0), kept.at(-1)]).toEqual([0, 999])
})

test('a short list stays as it is', () => {
  expect(thinOut([1, 2, 3], 24)).toEqual([1, 2, 3])
})
