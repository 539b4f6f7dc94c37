import { type ChannelId, type DepartmentId, instant, locales } from '@highwater/core'
import type { RoutingTest } from '@highwater/db/queries'
import { describe, expect, test } from 'vitest'
import { inLanguage } from '~/features/alert/in-language.fixture.ts'
import { RoutingResult } from './routing-result.tsx'

type Channel = RoutingTest['told'][number]['channel']

const channel = (name: string, waits: Channel['waits'] = null): Channel => ({
  id: name as ChannelId,
  name,
  kind: 'webhook',
  person: null,
  waits,
})
const quiet: RoutingTest = {
  at: instant(0),
  subject: {
    event: 'sync_delay',
    level: 'high',
    project: null,
    department: 'pay' as DepartmentId,
    tags: [],
  },
  neverOpens: null,
  told: [],
  escalation: [],
  notTold: [],
}
const times = (said: string, part: string) => said.split(part).length - 1

describe.each(locales)('the routing test in %s', (locale) => {
  const shown = (test: Partial<RoutingTest>) =>
    inLanguage(locale, RoutingResult, { test: { ...quiet, ...test } })

  test('names a channel whose messages wait on both sides, and says why', () => {
    const told = [{ channel: channel('ops', 'cut_off'), locale: 'en', subscriptions: [] } as const]
    const said = shown({ told })
    expect(times(said, 'ops')).toBe(2)
    expect(said).not.toContain('cut_off')
  })

  test('says at which step a channel is held back that is told now', () => {
    const ops = channel('ops')
    const told = [{ channel: ops, locale: 'en', subscriptions: [] } as const]
    const held = { channel: ops, reason: 'outside_period', detail: null } as const
    const escalation = [{ afterMinutes: 90, channels: [], notTold: [held] }]
    const atStep = {
      en: 'At the step after 1 h 30 min: ',
      'zh-CN': '升级通知（1 小时 30 分后）：',
    }
    expect(shown({ told, escalation })).toContain(atStep[locale])
    expect(shown({ notTold: [held], escalation })).not.toContain(atStep[locale])
  })

  test('says once why nobody is told, though two steps would', () => {
    const held = { channel: channel('lead'), reason: 'channel_disabled', detail: null } as const
    const step = { channels: [], notTold: [held] }
    const escalation = [
      { ...step, afterMinutes: 10 },
      { ...step, afterMinutes: 30 },
    ]
    expect(times(shown({ escalation }), 'lead')).toBe(1)
  })
})
