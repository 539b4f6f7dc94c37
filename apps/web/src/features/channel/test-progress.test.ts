import { locales } from '@highwater/core'
import type { ChannelTestResult } from '@highwater/db/queries'
import { expect, test } from 'vitest'
import { inLanguage } from '~/features/alert/in-language.fixture.ts'
import { TestProgress } from './test-progress.tsx'

const refused: ChannelTestResult = {
  state: 'done',
  sendsMessage: true,
  outcome: 'rejected',
  httpStatus: null,
  code: null,
  providerMessage: '127.0.0.1 is not open to channels',
  refused: [],
  durationMs: 3,
  steps: [],
  proxy: null,
  clockOffsetMs: null,
  reason: 'forbidden-address',
}
const answerLabels = { en: 'Answer of the receiver', 'zh-CN': '对方返回' }
const messageWords = { en: 'test message', 'zh-CN': '测试消息' }
const adviceLabels = { en: 'What to do', 'zh-CN': '处理建议' }

test.each(locales)('in %s only what a receiver answered is called its answer', (locale) => {
  const said = (changes: Partial<ChannelTestResult>) =>
    inLanguage(locale, TestProgress, { test: { ...refused, ...changes }, waited: 0 })
  expect(said({})).not.toContain(answerLabels[locale])
  expect(said({ httpStatus: 403 })).toContain(answerLabels[locale])
})

test.each(locales)('in %s the test of a cluster speaks of no message', (locale) => {
  const said = (changes: Partial<ChannelTestResult>) =>
    inLanguage(locale, TestProgress, {
      test: { ...refused, sendsMessage: false, ...changes },
      waited: 0,
    })
  expect(said({ reason: 'connect-refused' })).not.toContain(messageWords[locale])
  const accepted = said({ outcome: 'delivered', reason: 'cluster-accepts' })
  expect(accepted).not.toContain(messageWords[locale])
  expect(accepted).not.toContain(adviceLabels[locale])
})
