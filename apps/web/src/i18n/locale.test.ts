import { expect, test } from 'vitest'
import { isLocale, localeFromHeader } from './locale.ts'

test.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
  ['zh-Hans-CN', 'zh-CN'],
  ['de-DE, de;q=0.9, zh;q=0.5', 'zh-CN'],
  ['en;q=0.3, zh;q=0.7', 'zh-CN'],
  ['zh;q=0, en', 'en'],
  ['fr', 'en'],
  ['', 'en'],
])('a browser that asks for "%s" gets %s', (header, expected) => {
  expect(localeFromHeader(header)).toBe(expected)
})

test('a client without the header gets English', () => {
  expect(localeFromHeader(null)).toBe('en')
})

test('only languages that we have are accepted from a cookie', () => {
  expect(isLocale('zh-CN')).toBe(true)
  expect(isLocale('zh')).toBe(false)
  expect(isLocale(undefined)).toBe(false)
})
