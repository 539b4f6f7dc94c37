import { expect, it } from 'vitest'
import { isId } from './ids.ts'
import { at } from './testing/index.ts'
import { between, earliest, latest, minus, minutes, plus, seconds, toIso } from './time.ts'

it('Lengths carry one unit, whatever they are written in', () => {
  expect(minutes(2)).toBe(seconds(120))
  expect(minus(plus(at(5), minutes(1)), seconds(60))).toBe(at(5))
})

it('The way from a later to an earlier instant is negative', () => {
  expect(between(at(5), at(2))).toBe(seconds(-3))
})

it('Null is never the earliest, unless there is nothing else', () => {
  expect(earliest(null, at(9), at(3), null)).toBe(at(3))
  expect(earliest(null, null)).toBeNull()
  expect(latest(at(3), at(9))).toBe(at(9))
})

it('An instant is written in UTC', () => {
  expect(toIso(at(1.5))).toBe('2026-01-01T00:00:01.500Z')
})

it('Only a UUID is an id', () => {
  expect(isId('0198c0de-0000-7000-8000-00000000000a')).toBe(true)
  expect(isId("0198c0de' or true --")).toBe(false)
})
