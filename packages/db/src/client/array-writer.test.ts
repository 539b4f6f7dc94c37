import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainArray } from './array-literals.ts'
import { ArrayWriter } from './array-writer.ts'

const writer = new ArrayWriter()

const written = (values: readonly (number | string | null)[]): string => {
  writer.begin()
  for (const value of values) {
    if (typeof value === 'string') {
      const bytes = Buffer.from(`<${value}>`)
      writer.plain(bytes, 1, bytes.length - 1)
    } else writer.number(value ?? Number.NaN)
  }
  return writer.end()
}

test('an array is written byte by byte as it would be from its values', () => {
  const number = fc.oneof(
    fc.nat(20),
    fc.nat(2_000_000_000),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  const value = fc.oneof(number, fc.uuid(), fc.constant(null))
  fc.assert(
    fc.property(fc.array(value), (values) => {
      expect(written(values)).toBe(plainArray(values))
    }),
  )
})

test('an array of a hundred thousand ids finds room, and the next one is not longer for it', () => {
  const ids = Array.from({ length: 100_000 }, (_, index) => `id-${index}`)
  expect(written(ids)).toBe(plainArray(ids))
  expect(written([999_999_999, 1_000_000_000, 10, 9, 0])).toBe('{999999999,1000000000,10,9,0}')
  expect(written([])).toBe('{}')
})
