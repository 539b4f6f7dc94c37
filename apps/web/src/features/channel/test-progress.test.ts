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

test.each(locales)(
  'in %s a verdict is read out once, by the region that it stands in',
  (locale) => {
    for (const outcome of ['rejected', null] as const) {
      const said = inLanguage(locale, TestProgress, { test: { ...refused, outcome }, waited: 0 })
      expect(said).toContain('role="status"')
      expect(said).not.toContain('role="alert"')
    }
  },
)

test.each(locales)(
  'in %s an advice that counts on the next attempt says that a test has none',
  (locale) => {
    const words = { en: 'Only alerts are tried again', 'zh-CN': '只有真实告警会自动重试' }[locale]
    const said = (changes: Partial<ChannelTestResult>) =>
      inLanguage(locale, TestProgress, { test: { ...refused, ...changes }, waited: 0 })
    expect(said({ outcome: 'transient', reason: 'server-error' })).toContain(words)
    expect(said({})).not.toContain(words)
  },
)

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
