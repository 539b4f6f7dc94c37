import { expect, test } from 'vitest'
import { linePath, stepPath, thresholdAt } from './path.ts'
import { percentScale } from './scale.ts'

const x = percentScale(0, 100)
const y = percentScale(0, 10)

test('a line is broken where the record has a hole, and a lone sample is a dot', () => {
  const samples = [
    { at: 0, seconds: 0 },
    { at: 50, seconds: 5 },
    { at: 60, seconds: null },
    { at: 100, seconds: 10 },
  ]
  expect(linePath(samples, x, y)).toBe('M0 100h0L50 50M100 0h0')
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
