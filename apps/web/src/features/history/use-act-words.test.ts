import { type Locale, locales } from '@highwater/core'
import type { TimelineType } from '@highwater/core/alert'
import { describe, expect, test } from 'vitest'
import { inLanguage } from '../alert/in-language.fixture.ts'
import { acts, useActWords } from './use-act-words.ts'

function Words({ type }: { readonly type: TimelineType }) {
  return useActWords()(type, 'Wang')
}
const said = (locale: Locale, type: TimelineType) => inLanguage(locale, Words, { type })

test('what a person did about an alert is told in the language of the reader', () => {
  expect(said('en', 'close')).toBe('Wang closed the alert')
  expect(said('zh-CN', 'close')).toBe('Wang 关闭了告警')
})

describe.each(locales)('in %s', (locale) => {
  test.each(acts)('"%s" says more than who it was, and no code', (type) => {
    const words = said(locale, type)
    expect(words.length).toBeGreaterThan('Wang'.length + 2)
    expect(words).not.toContain(`: ${type}`)
  })
})
