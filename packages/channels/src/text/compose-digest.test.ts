import { instant, type Locale } from '@highwater/core'
import type { DigestMessage } from '@highwater/core/notify'
import { expect, it } from 'vitest'
import { aDigestMessage } from '../../testing/messages.ts'
import { composeDigest } from './compose-digest.ts'

const unwatched = {
  from: instant(Date.UTC(2026, 0, 2, 13, 2)),
  to: instant(Date.UTC(2026, 0, 2, 14, 5)),
}

const whyOf = (count: number, locale: Locale, changes: Partial<DigestMessage>) =>
  composeDigest(aDigestMessage(count, changes), { locale }, 4_000).sentences[0]

it('A digest about a gap says how many alerts came and went, and when nobody was watching', () => {
  expect(whyOf(3, 'en', { why: 'gap', unwatched })).toBe(
    '3 alerts came and went while nobody was watching, 2026-01-02 13:02:00 UTC to 2026-01-02 14:05:00 UTC.',
  )
  expect(whyOf(1, 'en', { why: 'gap', unwatched })).toMatch(/^1 alert came and went/)
  expect(whyOf(3, 'zh-CN', { why: 'gap', unwatched })).toBe(
    '2026-01-02 13:02:00 UTC 至 2026-01-02 14:05:00 UTC 检测中断，期间有 3 条告警触发并已结束，现补充告知。',
  )
})

it('A digest of what was found late says so', () => {
  expect(whyOf(3, 'en', { why: 'late' })).toContain('watched again')
  expect(whyOf(3, 'zh-CN', { why: 'late' })).toContain('检测恢复')
})

it('Other digests name the subscription whose alerts they gather', () => {
  for (const why of ['storm', 'limit'] as const) {
    expect(whyOf(3, 'en', { why })).toContain('"值班"')
    expect(whyOf(3, 'zh-CN', { why })).toContain('“值班”')
  }
})
