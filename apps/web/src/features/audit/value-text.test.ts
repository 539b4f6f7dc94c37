import { expect, test } from 'vitest'
import { instantIn, valueText } from './value-text.ts'

test('a diff says nothing for what holds nothing, and JSON for what is no text', () => {
  expect([null, undefined, [], {}].map(valueText)).toEqual([null, null, null, null])
  expect(valueText('')).toBe('')
  expect(valueText(false)).toBe('false')
  expect(valueText({ per: 'hour' })).toBe('{"per":"hour"}')
})

test('only a whole time with its zone is shown as a time of the reader', () => {
  expect(instantIn('2026-11-24T12:57:04.671Z')).toBe(Date.UTC(2026, 10, 24, 12, 57, 4, 671))
  expect(instantIn('2026-11-24T12:57')).toBeNull()
  expect(instantIn('2026-13-24T12:57:04Z')).toBeNull()
  expect(instantIn('since 2026-11-24T12:57:04Z')).toBeNull()
  expect(instantIn(1)).toBeNull()
})
