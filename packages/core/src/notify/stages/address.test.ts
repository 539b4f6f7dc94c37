import { describe, expect, it } from 'vitest'
import type { AlertId, ChannelId, DepartmentId, ProjectId, UserId } from '../../ids.ts'
import type { Roles } from '../../person/addressed.ts'
import type { PlannedNews } from '../news.ts'
import { aPlanContext, aSubscription } from '../plan.fixture.ts'
import { planNotifications } from '../plan.ts'
import type { PlanContext } from '../plan-context.ts'

const alert = 'alert' as AlertId
const pay = 'pay' as DepartmentId
const [an, bo] = ['an', 'bo'] as UserId[] as [UserId, UserId]
const own = (person: UserId, kind: string, enabled = true) => ({
  id: `${kind} of ${person}` as ChannelId,
  enabled,
  department: null,
  person,
})
const group = { id: 'group' as ChannelId, enabled: true, department: null }

const news = (changes: Partial<PlannedNews> = {}): PlannedNews => ({
  alert,
  kind: 'firing',
  department: pay,
  note: null,
  closeReason: null,
  subject: {
    event: 'sync_delay',
    level: 'high',
    project: 'orders' as ProjectId,
    department: pay,
    tags: [],
  },
  ...changes,
})
const addressing = (...people: ('owner' | 'on_call')[]) => {
  const high = { allChannels: false, channels: [], groups: [], people, period: null }
  return aSubscription({ levels: { high, medium: null, low: null } })
}
const roles: Roles = {
  ownerOf: () => an,
  onCallIn: (department) => (department === pay ? [an, bo] : []),
  nameOf: (person) => person,
}
const plan = (context: Partial<PlanContext>, told: Partial<PlannedNews> = {}) =>
  planNotifications([news(told)], aPlanContext({ roles, ...context }))

describe('people whom a subscription addresses', () => {
  it('are told by all of their own channels that are on, each once', () => {
    const { kept, held } = plan({
      channels: [own(an, 'mail'), own(an, 'robot'), own(an, 'chat', false), own(bo, 'mail'), group],
      subscriptions: [addressing('owner', 'on_call')],
    })
    expect(kept.map(({ channel }) => channel)).toEqual(['mail of an', 'robot of an', 'mail of bo'])
    expect(held).toEqual([])
  })

  it('hear of nothing that is meant for all channels', () => {
    const { kept } = plan({ channels: [own(an, 'mail'), group] })
    expect(kept.map(({ channel }) => channel)).toEqual(['group'])
  })

  it('are named when they cannot be told, and so is a role that nobody plays', () => {
    const subscriptions = [addressing('owner', 'on_call')]
    const silent = plan({ channels: [own(an, 'mail', false), own(bo, 'mail')], subscriptions })
    expect(silent.kept.map(({ channel }) => channel)).toEqual(['mail of bo'])
    expect(silent.held).toMatchObject([
      { channel: null, reason: 'person_not_reachable', detail: { person: 'an', personId: 'an' } },
    ])
    const nobody = { ownerOf: () => null, onCallIn: () => [], nameOf: () => '' }
    const empty = plan({ roles: nobody, subscriptions })
    expect(empty.held.map(({ reason }) => reason)).toEqual(['no_owner', 'nobody_on_call'])
  })

  it('hear of the end although others are on call by then', () => {
    const { kept } = plan(
      {
        roles: { ...roles, onCallIn: () => [bo] },
        channels: [own(an, 'mail'), own(bo, 'mail')],
        subscriptions: [addressing('on_call')],
        told: (_, channel) => (channel === 'mail of an' ? 'delivered' : 'nothing'),
      },
      { kind: 'resolved', closeReason: 'recovered' },
    )
    expect(kept.map(({ channel }) => channel)).toEqual(['mail of an'])
  })

  it('are not spoken of in news for a few channels alone', () => {
    const { kept, held } = plan(
      { channels: [group], subscriptions: [addressing('owner')] },
      { kind: 'repeat', channels: [group.id] },
    )
    expect([kept, held]).toEqual([[], []])
  })
})
