import { expect, it } from 'vitest'
import type { AlertId, ChannelId, DepartmentId } from '../../ids.ts'
import type { PlannedNews } from '../news.ts'
import { aPlanContext } from '../plan.fixture.ts'
import { planNotifications } from '../plan.ts'
import type { PlannedChannel } from '../plan-context.ts'

const home = 'home' as DepartmentId
const robot = 'robot' as ChannelId
const mail = 'mail' as ChannelId

const news = (kind: PlannedNews['kind']): PlannedNews => ({
  alert: 'a' as AlertId,
  kind,
  department: home,
  note: null,
  closeReason: null,
  subject: { event: 'sync_delay', level: 'high', project: null, department: home, tags: [] },
})

const plan = (kind: PlannedNews['kind'], off: readonly ChannelId[]) => {
  const channels = [robot, mail].map(
    (id): PlannedChannel => ({ id, enabled: true, department: null, kindOff: off.includes(id) }),
  )
  const { kept, held } = planNotifications([news(kind)], aPlanContext({ channels }))
  return {
    told: kept.map((intent) => `${intent.channel}: ${intent.kind}`),
    not: held.map((suppression) => `${suppression.channel}: ${suppression.reason}`),
  }
}

it('what would go through a kind that is switched off is held, and told through the others', () => {
  expect(plan('firing', [robot])).toEqual({
    told: ['mail: firing'],
    not: ['robot: channel_kind_off'],
  })
})

it('where every kind is switched off each channel says so', () => {
  expect(plan('firing', [robot, mail])).toEqual({
    told: [],
    not: ['robot: channel_kind_off', 'mail: channel_kind_off'],
  })
})

it('once it is switched on again, the next reminder is the first news there', () => {
  expect(plan('repeat', []).told).toEqual(['robot: firing', 'mail: firing'])
})
