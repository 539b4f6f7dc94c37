import { locales, type NotificationId } from '@highwater/core'
import { replayRefusals } from '@highwater/core/delivery'
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

  test('says when a filter found more than is sent at once', () => {
    const result = { replayed: 500, notReplayed: [], more: false }
    const short = inLanguage(locale, ReplayResult, { result })
    const long = inLanguage(locale, ReplayResult, { result: { ...result, more: true } })
    expect(long.length).toBeGreaterThan(short.length)
  })
})
