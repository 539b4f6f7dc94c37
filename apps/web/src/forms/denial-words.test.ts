import { denialReasons } from '@highwater/core/permissions'
import { expect, test } from 'vitest'
import { denialWords } from './denial-words.ts'

test('a refusal is told with its own reason in both languages, nothing else is', () => {
  expect(denialWords('last_admin', 'en')).toMatch(/^No other administrator could take over/)
  expect(denialWords('last_admin', 'zh-CN')).toMatch(/没有其他管理员可以接替/)
  for (const reason of denialReasons) {
    expect(denialWords(reason, 'en')).not.toBe(denialWords(reason, 'zh-CN'))
  }
  expect([denialWords(null, 'en'), denialWords('gone', 'en')]).toEqual([null, null])
})
