import { instant, minutes, plus } from '@highwater/core'
import type { NextEscalation } from '@highwater/db/queries'
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { ClockProvider } from '~/ui/clock.tsx'
import { EscalationSentence } from './escalation-sentence.tsx'
import { inLanguage } from './in-language.fixture.ts'

const now = instant(Date.UTC(2026, 0, 2, 12))

function AtNoon({ next }: { readonly next: NextEscalation }) {
  return createElement(ClockProvider, {
    serverNow: now,
    children: createElement(EscalationSentence, { next }),
  })
}

test.each([
  ['en', 12, ['boss'], 'Escalates in 12 min to boss unless somebody acknowledges it.'],
  ['en', 0, ['boss', 'lead'], 'Escalates now to boss, lead.'],
  ['zh-CN', 12, ['boss'], '若无人确认，12 分后升级通知boss。'],
] as const)('in %s, %i minutes before it is due, to %s', (locale, left, to, sentence) => {
  const next = { at: plus(now, minutes(left)), to }
  expect(inLanguage(locale, AtNoon, { next })).toBe(sentence)
})
