import { locales, type NotificationId } from '@highwater/core'
import { type ReplayRefusal, replayRefusals } from '@highwater/core/delivery'
import { describe, expect, test } from 'vitest'
import { inLanguage } from '~/features/alert/in-language.fixture.ts'
import { ReplayResult } from './replay-result.tsx'

describe.each(locales)('the result of a replay in %s', (locale) => {
  test.each(replayRefusals)('says of a message that is not sent again: %s', (code) => {
    const id = 'a-message' as NotificationId
    const left = { notification: id, name: 'A12 → ops', code, message: '' }
    const said = inLanguage(locale, ReplayResult, {
      result: { replayed: 3, notReplayed: [left], more: false },
    })
    expect(said).toContain('A12 → ops')
    expect(said).toContain('3')
    expect(said).not.toContain(code)
    const chinese = /\p{Script=Han}/u
    if (locale === 'zh-CN') expect(said).toMatch(chinese)
    else expect(said).not.toMatch(chinese)
  })

  const many = (count: number, code: ReplayRefusal) =>
    Array.from({ length: count }, (_, index) => ({
      notification: `message-${index}` as NotificationId,
      name: `A${index + 1} → ops`,
      code,
      message: '',
    }))
  const lines = (said: string) => said.split('<li').length - 1

  test('takes what newer messages were sent in place of together', () => {
    const notReplayed = many(81, 'newer_failed')
    const all = inLanguage(locale, ReplayResult, {
      result: { replayed: 36, notReplayed, more: false },
    })
    expect(lines(all)).toBe(1)
    expect(all).toContain('81')
  })

  test('names ten of those that stay for one reason, and counts the others', () => {
    const notReplayed = [...many(14, 'channel_disabled'), ...many(2, 'told_since')]
    const said = inLanguage(locale, ReplayResult, {
      result: { replayed: 0, notReplayed, more: false },
    })
    expect(lines(said)).toBe(10 + 1 + 2)
  })

  test('says when a filter found more than is sent at once', () => {
    const result = { replayed: 500, notReplayed: [], more: false }
    const short = inLanguage(locale, ReplayResult, { result })
    const long = inLanguage(locale, ReplayResult, { result: { ...result, more: true } })
    expect(long.length).toBeGreaterThan(short.length)
  })
})
