import { describe, expect, it } from 'vitest'
import type { AlertId, ChannelId, DepartmentId } from '../ids.ts'
import type { PlannedNews } from './news.ts'
import { aPlanContext } from './plan.fixture.ts'
import { planNotifications } from './plan.ts'
import type { PlannedChannel, ToldState } from './plan-context.ts'
import { priorityOf } from './priority.ts'

const alert = 'alert' as AlertId
const pay = 'pay' as DepartmentId

const news = (kind: PlannedNews['kind'], changes: Partial<PlannedNews> = {}): PlannedNews => ({
  alert,
  kind,
  department: pay,
  note: null,
  closeReason: null,
  subject: { event: 'sync_delay', level: 'high', project: null, department: pay, tags: [] },
  ...changes,
})

const channel = (id: string, changes: Partial<PlannedChannel> = {}): PlannedChannel => ({
  id: id as ChannelId,
  enabled: true,
  department: null,
  ...changes,
})

const plan = (
  item: PlannedNews,
  channels: readonly PlannedChannel[],
  told: ToldState = 'nothing',
) => planNotifications([item], aPlanContext({ channels, told: () => told }))

const robot = channel('robot')
const off = channel('off', { enabled: false })

describe('the default subscription (C17)', () => {
  it('tells every enabled channel that belongs to no department', () => {
    const { kept: intents } = plan(news('firing'), [robot, channel('mail')])
    expect(intents.map((intent) => intent.channel)).toEqual(['robot', 'mail'])
  })

  it("leaves departments' own channels out", () => {
    const own = channel('own', { department: pay })
    expect(plan(news('firing'), [robot, own]).kept).toHaveLength(1)
  })

  it('records why a disabled channel hears nothing', () => {
    const { kept: intents, held: suppressions } = plan(news('firing'), [robot, off])
    expect(intents).toHaveLength(1)
    expect(suppressions).toEqual([
      {
        alert,
        channel: 'off',
        kind: 'firing',
        by: [expect.objectContaining({ period: null })],
        reason: 'channel_disabled',
        detail: null,
        wakeAt: null,
        collecting: null,
      },
    ])
  })

  it('says so when there is no channel to tell', () => {
    expect(plan(news('firing'), [channel('own', { department: pay })]).held).toEqual([
      {
        alert,
        channel: null,
        kind: 'firing',
        reason: 'no_channel',
        detail: null,
        wakeAt: null,
        collecting: null,
      },
    ])
  })

  it('says so when all channels are disabled', () => {
    expect(plan(news('firing'), [off]).held).toEqual([
      {
        alert,
        channel: null,
        kind: 'firing',
        reason: 'all_channels_disabled',
        detail: null,
        wakeAt: null,
        collecting: null,
      },
    ])
  })

  it('answers each piece of news per channel, with an intent or a suppression (A10)', () => {
    const kinds = ['firing', 'repeat', 'resolved'] as const
    const states = ['nothing', 'unsent', 'in_flight', 'delivered', 'unknown', 'failed'] as const
    for (const kind of kinds) {
      for (const told of states) {
        const { kept: intents, held: suppressions } = plan(news(kind), [robot, off], told)
        expect(intents.length + suppressions.length).toBe(2)
      }
    }
  })
})

describe('the end of an alert', () => {
  it.each(['delivered', 'unknown', 'in_flight'] as const)(
    'is told where the alert was told: %s',
    (told) => {
      const { kept: intents } = plan(news('resolved'), [robot], told)
      expect(intents).toMatchObject([{ alert, channel: 'robot', kind: 'resolved', note: null }])
    },
  )

  it('takes the place of the first message where that still waits', () => {
    const { kept: intents, superseded } = plan(news('resolved'), [robot], 'unsent')
    expect(intents).toMatchObject([{ kind: 'resolved', note: 'first_news_of_a_closed_alert' }])
    expect(superseded).toEqual([{ alert, channel: 'robot', kinds: ['firing', 'repeat'] }])
  })

  it('is not told where the alert could not be delivered', () => {
    const { kept: intents, held: suppressions } = plan(news('resolved'), [robot], 'failed')
    expect(intents).toEqual([])
    expect(suppressions).toMatchObject([{ reason: 'firing_not_delivered' }])
  })

  it('is not told to a channel that never heard of the alert', () => {
    expect(plan(news('resolved'), [robot]).held).toMatchObject([{ reason: 'never_told_here' }])
  })
})

describe('a repeat', () => {
  it('replaces older repeats that still wait', () => {
    const { kept: intents, superseded } = plan(news('repeat'), [robot], 'delivered')
    expect(intents).toMatchObject([{ kind: 'repeat' }])
    expect(superseded).toEqual([{ alert, channel: 'robot', kinds: ['repeat', 'resolved'] }])
  })

  it.each(['nothing', 'failed'] as const)(
    'is news where the channel has heard %s so far',
    (told) => {
      expect(plan(news('repeat'), [robot], told).kept).toMatchObject([{ kind: 'firing' }])
    },
  )

  it('is not put behind a first message that still waits', () => {
    const {
      kept: intents,
      held: suppressions,
      superseded,
    } = plan(news('repeat'), [robot], 'unsent')
    expect(intents).toEqual([])
    expect(superseded).toEqual([])
    expect(suppressions).toMatchObject([{ kind: 'repeat', reason: 'firing_still_waiting' }])
  })

  it('that says the level rose goes out even behind a first message that waits', () => {
    const { kept: intents } = plan(news('repeat', { note: 'level_raised' }), [robot], 'unsent')
    expect(intents).toMatchObject([{ kind: 'repeat', note: 'level_raised' }])
  })
})

describe('a channel that has heard that the alert is over', () => {
  it('hears of what goes on after all as news, and not as a repeat', () => {
    const { kept, superseded } = plan(news('repeat'), [robot], 'ended')
    expect(kept).toMatchObject([{ kind: 'firing', note: 'reopened' }])
    expect(superseded).toMatchObject([{ kinds: ['repeat', 'resolved'] }])
  })

  it('is not told of the end twice', () => {
    expect(plan(news('resolved'), [robot], 'ended').held).toMatchObject([
      { reason: 'end_told_already' },
    ])
  })
})

describe('an alert that comes back', () => {
  it('replaces the end that was not sent yet', () => {
    const { kept: intents, superseded } = plan(
      news('firing', { note: 'reopened' }),
      [robot],
      'delivered',
    )
    expect(intents).toMatchObject([{ kind: 'firing', note: 'reopened' }])
    expect(superseded).toEqual([{ alert, channel: 'robot', kinds: ['resolved', 'repeat'] }])
  })
})

it('Tests leave first, then high alerts, other alerts, ends, and repeats last', () => {
  const order = [
    priorityOf('test', 'none'),
    priorityOf('firing', 'high'),
    priorityOf('firing', 'low'),
    priorityOf('resolved', 'high'),
    priorityOf('repeat', 'high'),
  ]
  expect(order).toEqual([0, 1, 2, 3, 4])
})
