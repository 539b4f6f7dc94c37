import { messageLocales } from '@highwater/core'
import { describe, expect, it } from 'vitest'
import { explainReason, reasonTexts } from './reasons.ts'

describe('every reason', () => {
  for (const [reason, text] of Object.entries(reasonTexts)) {
    it(`“${reason}” is explained in every language of messages, with advice`, () => {
      for (const locale of messageLocales) {
        expect(text.sentence[locale]).toMatch(
          locale === 'en' ? /^[A-Z].*[.]$/ : /\p{Script=Han}.*。$/u,
        )
        expect(text.advice[locale]).toMatch(
          locale === 'en' ? /^[A-Z].*[.]$/ : /\p{Script=Han}.*。$/u,
        )
      }
      expect(text.sentence.en).not.toBe(text.sentence['zh-CN'])
    })
  }

  it('that another release wrote is shown as unexpected', () => {
    expect(explainReason('from-the-future')).toBe(reasonTexts.unexpected)
    expect(explainReason('toString')).toBe(reasonTexts.unexpected)
  })
})
