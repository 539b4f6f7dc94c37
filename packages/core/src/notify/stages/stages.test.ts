import { describe, expect, it } from 'vitest'
import type { AlertId, ChannelId, DepartmentId, SubscriptionId } from '../../ids.ts'
import { locales } from '../../locale.ts'
import type { Subscription } from '../../subscription/subscription.ts'
import { hours, type Instant, instant, minutes, plus, seconds } from '../../time.ts'
import type { PlannedNews } from '../news.ts'
import { aPlanContext, aSubscription, toAllChannels } from '../plan.fixture.ts'
import { planNotifications } from '../plan.ts'
import type { PlannedChannel, ToldState } from '../plan-context.ts'
import { suppressionReasons, suppressionTexts } from '../suppression.ts'
import { type Flow, flowsConcerned, withinLimits } from './limit.ts'

const noon = instant(Date.UTC(2026, 0, 2, 12))
const pay = 'pay' as DepartmentId
const channel = (id: string, changes: Partial<PlannedChannel> = {}): PlannedChannel => ({
  id: id as ChannelId,
  enabled: true,
  department: null,
  ...changes,
})
const robot = channel('robot')
const mail = channel('mail')

const news = (alert: string, changes: Partial<PlannedNews> = {}): PlannedNews => ({
  alert: alert as AlertId,
  kind: 'firing',
  department: pay,
  note: null,
  closeReason: null,
  subject: { event: 'sync_delay', level: 'high', project: null, department: pay, tags: [] },
  ...changes,
})
const named = (name: string, changes: Partial<Subscription> = {}) =>
  aSubscription({ id: name as SubscriptionId, name, ...changes })
const reasons = (plan: ReturnType<typeof planNotifications>) =>
  plan.held.map(({ channel: to, reason }) => [to, reason])

describe('the route of news', () => {
  const only = (id: string) => ({
    ...toAllChannels,
    allChannels: false,
    channels: [id as ChannelId],
  })

  it('follows the targets of the level', () => {
    const subscription = aSubscription({
      levels: { high: only('robot'), medium: null, low: only('mail') },
    })
    const context = aPlanContext({ channels: [robot, mail], subscriptions: [subscription] })
    expect(planNotifications([news('one')], context).kept).toMatchObject([{ channel: 'robot' }])
    const subject = { ...news('one').subject, level: 'medium' as const }
    expect(reasons(planNotifications([news('one', { subject })], context))).toEqual([
      [null, 'no_subscription'],
    ])
  })

  it('becomes one message where several subscriptions meet, in the language of the first', () => {
    const subscriptions = [named('first', { locale: 'en' }), named('second')]
    const context = aPlanContext({ channels: [robot], subscriptions })
    const { kept } = planNotifications([news('one')], context)
    expect(kept).toHaveLength(1)
    expect(kept[0]?.by.map(({ subscription }) => subscription.name)).toEqual(['first', 'second'])
  })

  it('tells the end also where the alert was told at another level', () => {
    const subscription = aSubscription({
      levels: { high: only('robot'), medium: null, low: only('mail') },
    })
    const told = (_alert: AlertId, id: ChannelId): ToldState =>
      id === 'mail' ? 'delivered' : 'nothing'
    const context = aPlanContext({ channels: [robot, mail], subscriptions: [subscription], told })
    const { kept } = planNotifications([news('one', { kind: 'resolved' })], context)
    expect(kept).toMatchObject([{ channel: 'mail', kind: 'resolved' }])
  })

  it('reaches only the channels that the news itself names, if it does', () => {
    const context = aPlanContext({ channels: [robot, mail] })
    const { kept } = planNotifications([news('one', { channels: [mail.id] })], context)
    expect(kept).toMatchObject([{ channel: 'mail' }])
  })
})

describe('what is held', () => {
  it('by a silence names it for every channel', () => {
    const heldBy = () => ({ reason: 'silenced', detail: { name: 'release night' } }) as const
    const { kept, held } = planNotifications(
      [news('one')],
      aPlanContext({ channels: [robot, mail], heldBy }),
    )
    expect(kept).toEqual([])
    expect(held).toMatchObject([
      { channel: 'robot', reason: 'silenced', detail: { name: 'release night' } },
      { channel: 'mail', reason: 'silenced' },
    ])
  })

  it('outside the hours says when they begin, and wakes then', () => {
    const period = { from: '14:00', until: '15:00', weekdays: [], timeZone: 'UTC' }
    const levels = { high: { ...toAllChannels, period }, medium: null, low: null }
    const subscriptions = [aSubscription({ levels })]
    const { held } = planNotifications(
      [news('one')],
      aPlanContext({ channels: [robot], subscriptions }),
    )
    const begins = plus(noon, hours(2))
    expect(held).toMatchObject([
      { reason: 'outside_period', wakeAt: begins, detail: { begins, from: '14:00' } },
    ])
  })

  it('by the hours of one subscription goes out for the sake of another', () => {
    const period = { from: '14:00', until: '15:00', weekdays: [], timeZone: 'UTC' }
    const levels = { high: { ...toAllChannels, period }, medium: null, low: null }
    const subscriptions = [named('office', { levels }), named('always')]
    const { kept } = planNotifications(
      [news('one')],
      aPlanContext({ channels: [robot], subscriptions }),
    )
    expect(kept[0]?.by.map(({ subscription }) => subscription.name)).toEqual(['always'])
  })

  it('because nobody wants recoveries names the subscription', () => {
    const subscriptions = [named('brief', { recoveryNotices: false })]
    const context = aPlanContext({ channels: [robot], subscriptions, told: () => 'delivered' })
    const { held } = planNotifications([news('one', { kind: 'resolved' })], context)
    expect(held).toMatchObject([
      { reason: 'recovery_not_wanted', detail: { subscription: 'brief' } },
    ])
  })

  it('is never the end of what still waits to be told: it takes that one’s place, hours or not', () => {
    const period = { from: '14:00', until: '15:00', weekdays: [], timeZone: 'UTC' }
    for (const subscription of [
      aSubscription({ recoveryNotices: false }),
      aSubscription({ levels: { high: { ...toAllChannels, period }, medium: null, low: null } }),
    ]) {
      const context = aPlanContext({
        now: noon,
        channels: [robot],
        subscriptions: [subscription],
        told: () => 'unsent',
      })
      expect(planNotifications([news('one', { kind: 'resolved' })], context).kept).toMatchObject([
        { kind: 'resolved', note: 'first_news_of_a_closed_alert' },
      ])
    }
  })

  it('is not a raised level, though a digest gathers the first message', () => {
    const context = aPlanContext({ channels: [robot], told: () => 'collected' })
    const raised = news('one', { kind: 'repeat', note: 'level_raised' })
    expect(planNotifications([raised], context).kept).toMatchObject([
      { kind: 'firing', note: 'level_raised' },
    ])
  })

  it('while a digest gathers it, whatever happens to it', () => {
    const context = aPlanContext({ channels: [robot], told: () => 'collected' })
    for (const kind of ['firing', 'repeat', 'resolved'] as const) {
      expect(reasons(planNotifications([news('one', { kind })], context))).toEqual([
        ['robot', 'merged_into_digest'],
      ])
    }
  })

  it('has a sentence for every reason in every language', () => {
    for (const reason of suppressionReasons) {
      for (const locale of locales) expect(suppressionTexts[reason][locale]).not.toBe('')
    }
  })
})

describe('storms and limits', () => {
  const rules = { now: noon, stormAlerts: 3, stormWindow: seconds(60) }
  const flow = (changes: Partial<Flow> = {}): Flow => ({
    subscription: 'default' as SubscriptionId,
    channel: robot.id,
    openings: [],
    periodStart: null,
    sent: 0,
    ...changes,
  })
  const batchOf = (count: number, changes: Partial<Subscription> = {}) =>
    planNotifications(
      Array.from({ length: count }, (_, index) => news(`alert-${index}`)),
      aPlanContext({ channels: [robot], subscriptions: [aSubscription(changes)] }),
    )
  const ago = (length: number) => Array.from({ length }, () => (noon - 30_000) as Instant)

  it('let a storm’s worth through and remember it', () => {
    const { batch, flows } = withinLimits(batchOf(3), [flow()], rules)
    expect(batch.kept).toHaveLength(3)
    expect(flows[0]?.openings).toEqual([noon, noon, noon])
  })

  it('gather all that arrives at once, and soon tell of it', () => {
    const { batch } = withinLimits(batchOf(4), [flow()], rules)
    expect(batch.kept).toEqual([])
    expect(batch.held).toHaveLength(4)
    expect(batch.held[0]).toMatchObject({
      reason: 'merged_into_digest',
      collecting: { why: 'storm', dueAt: plus(noon, seconds(5)) },
    })
  })

  it('gather what follows those that went out within the window', () => {
    const { batch } = withinLimits(batchOf(1), [flow({ openings: ago(3) })], rules)
    expect(batch.held).toMatchObject([{ collecting: { dueAt: plus(noon, seconds(60)) } }])
    const later = { ...rules, now: plus(noon, minutes(1)) }
    expect(withinLimits(batchOf(1), [flow({ openings: ago(3) })], later).batch.held).toEqual([])
  })

  it('hold what goes beyond the receive limit until its period is over', () => {
    const limit = { messages: 2, per: 'hour' } as const
    const { batch, flows } = withinLimits(batchOf(3, { limit }), [flow()], rules)
    expect(batch.kept).toHaveLength(2)
    expect(batch.held).toMatchObject([
      { reason: 'limit_reached', collecting: { why: 'limit', dueAt: plus(noon, hours(1)) } },
    ])
    expect(flows).toMatchObject([{ periodStart: noon, sent: 2 }])
  })

  it('send what any of its subscriptions admits, for the sake of that one', () => {
    const subscriptions = [named('small', { limit: { messages: 1, per: 'day' } }), named('large')]
    const planned = planNotifications(
      [news('one')],
      aPlanContext({ channels: [robot], subscriptions }),
    )
    const spent = flow({ subscription: 'small' as SubscriptionId, periodStart: noon, sent: 1 })
    const { batch } = withinLimits(planned, [spent], rules)
    expect(batch.kept[0]?.by.map(({ subscription }) => subscription.name)).toEqual(['large'])
  })

  it('look only at flows that they may change', () => {
    const repeat = planNotifications(
      [news('one', { kind: 'repeat' })],
      aPlanContext({ channels: [robot], told: () => 'delivered' }),
    )
    expect(flowsConcerned(repeat)).toEqual([])
    expect(flowsConcerned(batchOf(5))).toEqual([{ subscription: 'default', channel: 'robot' }])
  })
})
