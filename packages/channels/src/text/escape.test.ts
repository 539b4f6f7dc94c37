import { expect, it } from 'vitest'
import { defuseMentions, escapeHtml, escapeJson, escapeMarkdown, widenMarkdown } from './escape.ts'

it.each([
  ['orders_to_dw', 'orders_to_dw'],
  ['_private_', '\\_private\\_'],
  ['a*b*c', 'a\\*b\\*c'],
  ['[x](http://e)', '\\[x\\]\\(http://e)'],
  ['f(x)', 'f(x)'],
  ['a\\b', 'a\\\\b'],
  ['# title', '\\# title'],
  ['- item', '\\- item'],
  ['a - b', 'a - b'],
])('Markdown: %s becomes %s', (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected)
})

it.each([
  ['@all', '＠all'],
  ['ping @13800000000 now', 'ping ＠13800000000 now'],
  ['dba@example.com', 'dba@example.com'],
  ['(@all)', '(＠all)'],
  ['host-@all and .@13800000000', 'host-＠all and .＠13800000000'],
])('mentions: %s becomes %s', (text, expected) => {
  expect(defuseMentions(text)).toBe(expected)
})

it('HTML gets entities', () => {
  expect(escapeHtml(`<b title="x">&'`)).toBe('&lt;b title=&quot;x&quot;&gt;&amp;&#39;')
})

it('JSON strings stay JSON strings, even with half a surrogate', () => {
  const text = 'a"b\\c\nd\uD800'
  expect(JSON.parse(`"${escapeJson(text)}"`)).toBe('a"b\\c\nd\uFFFD')
})

it.each([
  ['orders_to_dw < 5', 'orders_to_dw < 5'],
  ['<@all> <font color="info">', '＜@all> ＜font color="info">'],
  ['[x](http://e)', '[x］(http://e)'],
  ['**a** `b` |c|', '＊＊a＊＊ ｀b｀ ｜c｜'],
  ['_x_', '＿x＿'],
  ['# title', '＃ title'],
  ['> quote', '＞ quote'],
  ['- item', '· item'],
  ['-5', '-5'],
])('Markdown without escapes: %s becomes %s', (text, expected) => {
  expect(widenMarkdown(text)).toBe(expected)
})
