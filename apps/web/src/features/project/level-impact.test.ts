import type { Instant } from '@highwater/core'
import { defaultProtectionLevelSettings } from '@highwater/core/policy'
import { expect, test } from 'vitest'
import { impactOf } from './level-impact.ts'

const project = {
  kind: 'synchronization',
  state: 'running',
  latencySeconds: 100,
  caughtUpAt: 1 as Instant,
  openAlerts: 0,
  protectionLevel: 'low',
} as const

const impact = (
  facts: Partial<Omit<typeof project, 'openAlerts'>> & { openAlerts?: number },
  level: 'high' | 'low' | 'none',
) => impactOf([{ ...project, ...facts }], level, defaultProtectionLevelSettings)

test('a stricter level fires where the project is further behind than it allows', () => {
  expect(impact({}, 'high')).toEqual({ fire: 1, close: 0 })
})

test('a laxer level closes the alert of a project that it finds within its limit', () => {
  const alerting = { openAlerts: 1, protectionLevel: 'high' } as object
  expect(impact(alerting, 'low')).toEqual({ fire: 0, close: 1 })
})

test('"No Protection" closes whatever is open', () => {
  expect(impact({ openAlerts: 1 }, 'none')).toEqual({ fire: 0, close: 1 })
})

test('the same level and a project that never caught up change nothing', () => {
  expect(impact({}, 'low')).toEqual({ fire: 0, close: 0 })
  expect(impact({ caughtUpAt: null } as object, 'high')).toEqual({ fire: 0, close: 0 })
})
