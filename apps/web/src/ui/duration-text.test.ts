import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDurationText, parseDurationText } from './duration-text.ts'

test.each([
  ['90', 90],
  ['90s', 90],
  ['1m30s', 90],
  ['1m 30s', 90],
  [' 1 min 30 sec ', 90],
  ['2h', 7_200],
  ['1d2h3m4s', 93_784],
  ['5分钟', 300],
  ['1小时30分', 5_400],
  ['１５秒', 15],
  ['2H', 7_200],
  ['0', 0],
])('"%s" is %d seconds', (text, seconds) => {
  expect(parseDurationText(text)).toEqual({ ok: true, seconds })
})

test.each(['abc', '1x', '30s1m', '1m1m', '-5', '1.5h', 'm', '1 2', '9999999999999999d'])(
  '"%s" is refused as unreadable',
  (text) => {
    expect(parseDurationText(text)).toEqual({ ok: false, reason: 'unreadable' })
  },
)

test('nothing typed is told apart from something unreadable', () => {
  expect(parseDurationText('  ')).toEqual({ ok: false, reason: 'empty' })
})

test.each([
  [0, '0s'],
  [90, '1m30s'],
  [300, '5m'],
  [7_200, '2h'],
  [90_061, '1d1h1m1s'],
])('%d seconds are written as %s', (seconds, text) => {
  expect(formatDurationText(seconds)).toBe(text)
})

test('every written duration reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
      expect(parseDurationText(formatDurationText(seconds))).toEqual({ ok: true, seconds })
    }),
  )
})
