import { expect, it } from 'vitest'
import type { AlertId, ChannelId, DepartmentId } from '../../ids.ts'
import { wholeScope } from '../../subscription/schema.ts'
import type { PlannedNews } from '../news.ts'
import { aPlanContext, aSubscription } from '../plan.fixture.ts'
import { planNotifications } from '../plan.ts'
import type { PlanContext, PlannedChannel } from '../plan-context.ts'

const home = 'home' as DepartmentId
const broken = 'broken' as ChannelId
const other = 'other' as ChannelId
const fallback = 'fallback' as ChannelId

const news: PlannedNews = {
  alert: 'a' as AlertId,
  kind: 'firing',
  department: home,
  note: null,
  closeReason: null,
  subject: {
    event: 'channel_down',
    level: 'high',
    project: null,
    department: home,
    tags: [],
    channel: broken,
  },
}
const channel = (id: ChannelId, changes: Partial<PlannedChannel> = {}): PlannedChannel => ({
  id,
  enabled: true,
  department: null,
  ...changes,
})
const plan = (channels: readonly PlannedChannel[], changes: Partial<PlanContext> = {}) => {
  const { kept, held } = planNotifications([news], aPlanContext({ channels, ...changes }))
  return {
    told: kept.map((intent) => intent.channel),
    not: held.map((suppression) => `${suppression.channel}: ${suppression.reason}`),
  }
}

it('That a channel is down is told through the others', () => {
  expect(plan([channel(broken), channel(other)])).toEqual({
    told: [other],
    not: ['broken: channel_is_down'],
  })
})

it('Its fallback channel is told though no subscription leads there', () => {
  const ofDepartment = channel(fallback, { department: 'elsewhere' as DepartmentId })
  expect(plan([channel(broken, { fallback }), ofDepartment]).told).toEqual([fallback])
})

it('Whoever sends through it hears by its fallback, though no subscription is about channels', () => {
  const delays = aSubscription({ scope: { ...wholeScope, events: ['sync_delay'] } })
  const channels = [channel(broken, { fallback }), channel(fallback)]
  expect(plan(channels, { subscriptions: [delays] }).told).toEqual([fallback])
  const alone = [channel(broken), channel(other)]
  expect(plan(alone, { subscriptions: [delays] }).not).toEqual(['null: no_subscription'])
})

it('A fallback channel that is told anyway is told once', () => {
  expect(plan([channel(broken, { fallback }), channel(fallback)]).told).toEqual([fallback])
})

it('A fallback channel that is switched off is not told', () => {
  const off = channel(fallback, { enabled: false })
  expect(plan([channel(broken, { fallback }), channel(other), off])).toEqual({
    told: [other],
    not: ['broken: channel_is_down', 'fallback: channel_disabled'],
  })
})

it('The only channel there is says why nobody was told', () => {
  expect(plan([channel(broken)])).toEqual({ told: [], not: ['broken: channel_is_down'] })
})
