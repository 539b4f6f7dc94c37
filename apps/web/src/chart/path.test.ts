import { expect, test } from 'vitest'
import { dotPath, linePath, stepPath, thresholdAt } from './path.ts'
import { percentScale } from './scale.ts'

const x = percentScale(0, 100)
const y = percentScale(0, 10)

const samples = [
  { at: 0, seconds: 0 },
  { at: 50, seconds: 5 },
  { at: 60, seconds: null },
  { at: 70, seconds: 1 },
  { at: 72, seconds: 2 },
  { at: 80, seconds: null },
  { at: 100, seconds: 10 },
]

test('a line is broken where the record has a hole', () => {
  expect(linePath(samples, x, y)).toBe('M0 100L50 50M70 90L72 80')
})

test('a sample that stands alone is a dot, and so are some that stand as close', () => {
  expect(dotPath(samples, x, y, 0.5)).toBe('M100 0h0')
  expect(dotPath(samples, x, y, 3)).toBe('M72 80h0M100 0h0')
})

test('a threshold edit is drawn as a vertical step', () => {
  const steps = [
    { from: -20, seconds: 5 },
    { from: 40, seconds: 8 },
  ]
  expect(stepPath(steps, { from: 0, to: 100 }, x, y)).toBe('M0 50L40 50L40 20L100 20')
})

test('no threshold is drawn while the project had none', () => {
  const steps = [
    { from: 0, seconds: 5 },
    { from: 40, seconds: null },
    { from: 60, seconds: 5 },
  ]
  expect(stepPath(steps, { from: 0, to: 100 }, x, y)).toBe('M0 50L40 50M60 50L100 50')
})

test('the threshold of a moment is the last one that began before it', () => {
  const steps = [
    { from: 0, seconds: 5 },
    { from: 40, seconds: 8 },
  ]
  expect(thresholdAt(steps, 39)).toBe(5)
  expect(thresholdAt(steps, 40)).toBe(8)
  expect(thresholdAt(steps, -1)).toBeNull()
})
