import { expect, test } from 'vitest'
import { createPassages } from './passages.ts'

test('A passage lasts from the answer to the arrival', async () => {
  const passages = createPassages()
  passages.answered('orders', 100)
  passages.arrived('orders', 130)
  expect(await passages.take(0)).toEqual([30])
})

test('An alert that overtakes the answer took no time', async () => {
  const passages = createPassages()
  passages.arrived('orders', 90)
  passages.answered('orders', 100)
  expect(await passages.take(0)).toEqual([0])
})

test('A lost alert is an error, not a gap in the figures', async () => {
  const passages = createPassages()
  passages.answered('orders', 100)
  await expect(passages.take(0)).rejects.toThrow('1 of 1 alerts did not arrive')
})

test('Passages are taken once', async () => {
  const passages = createPassages()
  passages.answered('orders', 100)
  passages.arrived('orders', 130)
  expect(passages.takeComplete()).toEqual([30])
  expect(passages.takeComplete()).toEqual([])
})
