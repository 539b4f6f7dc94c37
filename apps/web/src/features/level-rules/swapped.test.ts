import { expect, test } from 'vitest'
import { swapped } from './swapped.ts'

test('neighbours change places, and nothing moves past either end', () => {
  expect(swapped(['a', 'b', 'c'], 0)).toEqual(['b', 'a', 'c'])
  expect(swapped(['a', 'b', 'c'], 1)).toEqual(['a', 'c', 'b'])
  expect(swapped(['a', 'b', 'c'], -1)).toEqual(['a', 'b', 'c'])
  expect(swapped(['a', 'b', 'c'], 2)).toEqual(['a', 'b', 'c'])
})
