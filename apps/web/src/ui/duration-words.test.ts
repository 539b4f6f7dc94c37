import { expect, test } from 'vitest'
import { durationInWords, shortDuration } from './duration-words.ts'

test.each([
  [0, '0 s', '0 秒'],
  [0.45, '0.4 s', '0.4 秒'],
  [9, '9 s', '9 秒'],
  [59.9, '59 s', '59 秒'],
  [60, '1 min', '1 分'],
  [380, '6 min 20 s', '6 分 20 秒'],
  [3_600, '1 h', '1 小时'],
  [3_661, '1 h 1 min', '1 小时 1 分'],
  [90_061, '1 d 1 h', '1 天 1 小时'],
  [-30, '−30 s', '−30 秒'],
])('%d seconds read "%s" and "%s"', (seconds, english, chinese) => {
  expect(durationInWords(seconds, 'en')).toBe(english)
  expect(durationInWords(seconds, 'zh-CN')).toBe(chinese)
})

test('an axis shows the largest unit only', () => {
  expect(shortDuration(90, 'en')).toBe('1.5 min')
  expect(shortDuration(7_200, 'zh-CN')).toBe('2 小时')
  expect(shortDuration(0, 'en')).toBe('0 s')
})
