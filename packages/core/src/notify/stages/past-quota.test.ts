import { expect, it } from 'vitest'
import type { AlertId, ChannelId, DepartmentId } from '../../ids.ts'
import type { AlertMessageKind } from '../message.ts'
import type { PlannedNews } from '../news.ts'
import { aPlanContext, aSubscription, toAllChannels } from '../plan.fixture.ts'
import { planNotifications } from '../plan.ts'
import type { PlannedChannel, ToldState } from '../plan-context.ts'

const home = 'home' as DepartmentId
const news = (kind: AlertMessageKind): PlannedNews => ({
  alert: 'alert' as AlertId,
  kind,
  department: home,
  note: null,
  closeReason: null,
  subject: { event: 'sync_delay', level: 'high', project: null, department: home, tags: [] },
})

const channel = (id: string, changes: Partial<PlannedChannel> = {}): PlannedChannel => ({
  id: id as ChannelId,
  name: id,
  enabled: true,
  department: null,
  ...changes,
})
const robot = channel('robot', { quotaSpent: true, fallback: 'mail' as ChannelId })
const mail = channel('mail')

const toRobot = { ...toAllChannels, allChannels: false, channels: [robot.id] }
const subscriptions = [aSubscription({ levels: { high: toRobot, medium: null, low: null } })]

function plan(
  kind: AlertMessageKind,
  channels: readonly PlannedChannel[],
  toldBy: Readonly<Record<string, ToldState>> = {},
) {
  const told = (_: AlertId, id: ChannelId): ToldState => toldBy[id] ?? 'nothing'
  const { kept, held } = planNotifications(
    [news(kind)],
    aPlanContext({ channels, subscriptions, told }),
  )
  return {
    kept: kept.map((intent) => `${intent.kind} ${intent.channel}`),
    held: held.map(({ channel: to, reason }) => `${to} ${reason}`),
  }
}

it('What a channel has no quota for goes through its fallback channel, and says so', () => {
  expect(plan('firing', [robot, mail])).toEqual({
    kept: ['firing mail'],
    held: ['robot quota_used_up'],
  })
})

it('Repeats and the end follow what was told there', () => {
  expect(plan('repeat', [robot, mail], { mail: 'delivered' }).kept).toEqual(['repeat mail'])
  expect(plan('resolved', [robot, mail], { mail: 'delivered' }).kept).toEqual(['resolved mail'])
})

it('The end of what the channel itself was told of is told there, too', () => {
  expect(plan('resolved', [robot, mail], { robot: 'delivered' }).kept).toEqual(['resolved mail'])
})

it('Whoever is told at the fallback channel anyway is told once', () => {
  const both = { ...toAllChannels, channels: [robot.id, mail.id], allChannels: false }
  const context = aPlanContext({
    channels: [robot, mail],
    subscriptions: [aSubscription({ levels: { high: both, medium: null, low: null } })],
  })
  expect(planNotifications([news('firing')], context).kept).toMatchObject([{ channel: 'mail' }])
})

it.each([
  ['has none', [{ ...robot, fallback: null }]],
  ['has one that is off', [robot, { ...mail, enabled: false }]],
  ['has one of a kind that is off', [robot, { ...mail, kindOff: true }]],
  ['has one that comes back to it', [robot, { ...mail, quotaSpent: true, fallback: robot.id }]],
])('A channel that %s waits with its messages', (_, channels) => {
  expect(plan('firing', channels).kept).toEqual(['firing robot'])
})

it('Fallbacks whose own quota is spent are passed by', () => {
  const phone = channel('phone')
  const spent = { ...mail, quotaSpent: true, fallback: phone.id }
  expect(plan('firing', [robot, spent, phone]).kept).toEqual(['firing phone'])
})
