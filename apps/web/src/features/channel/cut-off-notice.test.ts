import { type ChannelId, instant, locales, plus, seconds } from '@highwater/core'
import type { ChannelItem } from '@highwater/db/queries'
import { describe, expect, test } from 'vitest'
import { inLanguage } from '~/features/alert/in-language.fixture.ts'
import { ChannelHealth } from './channel-health.tsx'
import { CutOffNotice } from './cut-off-notice.tsx'
import { QuotaUsedUp } from './quota-gauge.tsx'

const at = instant(Date.UTC(2026, 0, 2, 12))

const aChannel = (changes: Partial<ChannelItem>): ChannelItem =>
  ({
    id: 'ops' as ChannelId,
    name: 'ops',
    enabled: true,
    health: 'working',
    healthReason: 'connect-refused',
    refused: [],
    lastDeliveredAt: null,
    lastFailedAt: at,
    fallbackChannelName: 'deputy',
    cutOff: { since: at, failures: 7, waiting: 12, nextProbeAt: null },
    ...changes,
  }) as ChannelItem

describe.each(locales)('a channel that is cut off, in %s', (locale) => {
  const notice = (changes: Partial<ChannelItem> = {}) =>
    inLanguage(locale, CutOffNotice, { channel: aChannel(changes), tryNow: null })
  const health = (changes: Partial<ChannelItem>) =>
    inLanguage(locale, ChannelHealth, aChannel(changes))

  test('says how often it failed, how much waits and through which channel that is told', () => {
    for (const part of ['7', '12', 'deputy']) expect(notice()).toContain(part)
  })

  test('tells a probe under way from none to come', () => {
    const probing = { since: at, failures: 7, waiting: 3, nextProbeAt: null }
    const idle = { ...probing, waiting: 0 }
    expect(notice({ cutOff: probing })).not.toBe(notice({ cutOff: idle }))
  })

  test('says nothing once it works, or is switched off', () => {
    expect(notice({ cutOff: null })).toBe('')
    expect(notice({ enabled: false })).toBe('')
  })

  test('a message that did not reach everybody names them until one does', () => {
    const partly = {
      cutOff: null,
      healthReason: 'some-recipients-refused',
      refused: ['a@example.com', 'b@example.com'],
      lastDeliveredAt: plus(at, seconds(1)),
    }
    const names = locale === 'en' ? 'a@example.com, b@example.com' : 'a@example.com、b@example.com'
    expect(health(partly)).toContain(names)
    expect(health(partly)).toContain(locale === 'en' ? 'Partly delivered' : '部分送达')
    const failing = health({ ...partly, lastFailedAt: plus(at, seconds(2)) })
    expect(failing).not.toContain(locale === 'en' ? 'Partly delivered' : '部分送达')
    expect(failing).toContain('b@example.com')
  })

  test('one whose monthly quota is used up says what becomes of its messages', () => {
    const used = aChannel({ robotQuota: 10, sentThisMonth: 10 })
    const said = (changes: Partial<ChannelItem>) =>
      inLanguage(locale, QuotaUsedUp, { channel: { ...used, ...changes } })
    expect(said({})).toContain('deputy')
    expect(said({ fallbackChannelName: null })).toContain('24')
    expect(said({ sentThisMonth: 9 })).toBe('')
  })

  test('is a state of its own in the list', () => {
    expect(health({})).not.toBe(health({ cutOff: null }))
    expect(health({})).toContain('12')
  })
})
