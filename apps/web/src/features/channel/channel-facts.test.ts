import { locales } from '@highwater/core'
import type { ChannelItem } from '@highwater/db/queries'
import { describe, expect, test } from 'vitest'
import { inLanguage } from '~/features/alert/in-language.fixture.ts'
import { ChannelFacts } from './channel-facts.tsx'

const channel = {
  kind: 'webhook',
  createdAt: 0,
  health: 'working',
  healthReason: null,
  refused: [],
  cutOff: null,
  kindOff: null,
  fallbackOf: [],
  robotQuota: null,
  sentThisMonth: null,
  lastDeliveredAt: null,
  lastFailedAt: null,
  testedAt: null,
} as unknown as ChannelItem

describe.each(locales)('the state of a channel on its page, in %s', (locale) => {
  const facts = (changes: Partial<ChannelItem>) =>
    inLanguage(locale, ChannelFacts, { channel: { ...channel, ...changes } })
  const works = locale === 'en' ? 'Working' : '正常'
  const off = locale === 'en' ? 'Kind switched off' : '类型已停用'

  test('is how it has been doing', () => {
    expect(facts({})).toContain(works)
    expect(facts({})).not.toContain(off)
  })

  test('is that of its kind while that is switched off, as in the list', () => {
    const switchedOff = facts({ kindOff: { note: '' } as ChannelItem['kindOff'] })
    expect(switchedOff).toContain(off)
    expect(switchedOff).not.toContain(works)
  })
})
