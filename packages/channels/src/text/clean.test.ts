import { expect, it } from 'vitest'
import { manyLines, oneLine } from './clean.ts'

it('data shows what it contains: nothing hides in it or turns it around', () => {
  const marks = '\u061c\u200b\u200e\u200f\u202a\u202e\u2060\u2066\u2069\u0000'
  expect(oneLine([...marks].map((mark) => `or${mark}ders`).join(' '))).toBe(
    [...marks].map(() => 'orders').join(' '),
  )
  expect(manyLines(` one\u2028two\r\n\n\n\nth\u061cree `)).toBe('one\ntwo\n\nthree')
})

it('the joiner of a family stays', () => {
  expect(oneLine('a 👨‍👩‍👧 b')).toBe('a 👨‍👩‍👧 b')
})
