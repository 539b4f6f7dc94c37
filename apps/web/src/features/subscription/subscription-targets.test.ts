import { type ChannelId, locales } from '@highwater/core'
import type { DailyPeriod } from '@highwater/core/silence'
import type { SubscriptionItem } from '@highwater/db/queries'
import { expect, test } from 'vitest'
import { inLanguage } from '~/features/alert/in-language.fixture.ts'
import { SubscriptionTargets } from './subscription-targets.tsx'

const night: DailyPeriod = { from: '22:00', until: '06:00', weekdays: [], timeZone: 'UTC' }
const mondays = { en: 'Mon', 'zh-CN': '周一' }

test.each(locales)(
  'in %s the hours of a level say their days, and whole days no hours',
  (locale) => {
    const shown = (changes: Partial<DailyPeriod>) => {
      const channels = ['ops' as ChannelId]
      const period = { ...night, ...changes }
      const high = { allChannels: false, channels, groups: [], people: [], period }
      const levels = { high, medium: null, low: null }
      const subscription = { levels } as Partial<SubscriptionItem> as SubscriptionItem
      return inLanguage(locale, SubscriptionTargets, { subscription, names: { ops: 'ops' } })
    }
    expect(shown({})).toContain('22:00–06:00')
    expect(shown({ weekdays: ['MO'] })).toContain(mondays[locale])
    expect(shown({ until: '22:00' })).not.toContain('22:00')
    const fromMidnight = shown({ from: '00:00', until: '00:00', weekdays: ['MO'] })
    expect(fromMidnight).toContain(mondays[locale])
    expect(fromMidnight).not.toContain('00:00')
    expect(shown({ until: '22:00', weekdays: ['MO'] })).toMatch(/22:00(?!–)/)
  },
)
