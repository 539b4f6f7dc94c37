import { expect, test } from 'vitest'
import { createMachineSampler } from './sample-machine.ts'

const isFraction = (value: number | null) => value !== null && value >= 0 && value <= 1

test('a machine is measured in fractions; of its processors the first sample says nothing', async () => {
  const sample = createMachineSampler('.')
  const first = await sample()
  expect(first.cpu).toBeNull()
  expect(isFraction(first.memory) && isFraction(first.disk)).toBe(true)
  const until = performance.now() + 50
  while (performance.now() < until);
  const second = await sample()
  expect(isFraction(second.cpu)).toBe(true)
  expect(second.cpu).toBeGreaterThan(0)
})
