import type { ProjectId } from '@highwater/core'
import { locales } from '@highwater/core'
import type { ImpactItem } from '@highwater/db/queries'
import { expect, test } from 'vitest'
import { inLanguage } from '~/features/alert/in-language.fixture.ts'
import { ImpactLists } from './impact-lists.tsx'

const late = (observedSeconds: number): ImpactItem => ({
  alert: null,
  shortId: null,
  project: { id: 'orders' as ProjectId, name: 'orders' },
  event: 'sync_delay',
  level: 'high',
  observedSeconds,
  thresholdSeconds: 30,
})

test.each(locales)(
  'an alert that would open is beyond its limit also where it is told, in %s',
  (locale) => {
    const told = (seconds: number) =>
      inLanguage(locale, ImpactLists, {
        impact: {
          wouldClose: { count: 0, items: [] },
          wouldOpen: { count: 1, items: [late(seconds)] },
        },
      })
    expect(told(30.4)).toBe(told(31))
  },
)
