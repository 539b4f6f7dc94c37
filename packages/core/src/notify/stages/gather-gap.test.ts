import { expect, it } from 'vitest'
import type { AlertId, ChannelId, DepartmentId, SubscriptionId } from '../../ids.ts'
import { minutes, plus } from '../../time.ts'
import { aPlanContext, aSubscription } from '../plan.fixture.ts'
import { planNotifications } from '../plan.ts'
import { intoGapDigests } from './gather-gap.ts'

const ops = 'ops' as ChannelId
const dba = 'dba' as ChannelId
const gap = 'gap' as AlertId
const own = aSubscription({ id: 'own' as SubscriptionId, name: 'Own' })

const channels = [ops, dba].map((id) => ({ id, enabled: true, department: null }))
const context = aPlanContext({ channels, subscriptions: [own, aSubscription()] })
const dueAt = plus(context.now, minutes(60))

const planned = planNotifications(
  ['first', 'second'].map((alert) => ({
    alert: alert as AlertId,
    kind: 'firing',
    department: 'home' as DepartmentId,
    note: null,
    closeReason: 'recovered',
    subject: {
      event: 'sync_delay',
      level: 'high',
      project: null,
      department: 'home' as DepartmentId,
      tags: [],
    },
  })),
  context,
)

it('Whatever came and went is held for one digest per channel, though two subscriptions lead there', () => {
  const { kept, held } = intoGapDigests(planned, { gap, inNameOf: new Map(), dueAt })
  expect(kept).toEqual([])
  expect(held.map(({ channel, reason }) => [channel, reason])).toEqual([
    [ops, 'found_after_gap'],
    [dba, 'found_after_gap'],
    [ops, 'found_after_gap'],
    [dba, 'found_after_gap'],
  ])
  const names = new Set(held.map(({ collecting }) => collecting?.subscription.id))
  expect([...names]).toEqual(['own'])
  expect(held[0]?.collecting).toMatchObject({ why: 'gap', gap, channel: ops, dueAt })
})

it('A digest that gathers already goes on in the name in which it began', () => {
  const inNameOf = new Map([[dba, aSubscription({ name: 'Default' })]])
  const { held } = intoGapDigests(planned, { gap, inNameOf, dueAt })
  const names = held.map(({ channel, collecting }) => [channel, collecting?.subscription.name])
  expect(names).toContainEqual([dba, 'Default'])
  expect(names).not.toContainEqual([dba, 'Own'])
})
