import { expect, test } from 'vitest'
import { median, percentile, spreadOf } from './statistics.ts'

test('The median of an even count lies between the two in the middle', () => {
  expect(median([10, 1, 2, 3])).toBe(2.5)
  expect(median([3, 1, 2])).toBe(2)
})

test('The 99th percentile of a hundred figures is the second highest', () => {
  const figures = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(percentile(figures, 0.99)).toBe(99)
  expect(percentile(figures, 0.5)).toBe(50)
  expect(percentile([7], 0.99)).toBe(7)
})

test('A spread keeps the lowest and the highest round', () => {
  expect(spreadOf([5, 9, 4])).toEqual({ median: 5, lowest: 4, highest: 9 })
})

test('Nothing has no median', () => {
  expect(() => median([])).toThrow('nothing')
})
