import { describe, expect, it, test } from 'vitest'
import type { AlertGroupId, AlertId, ChannelId, DepartmentId } from '../ids.ts'
import type { PlannedNews } from '../notify/news.ts'
import { aPlanContext, aSubscription } from '../notify/plan.fixture.ts'
import { planNotifications } from '../notify/plan.ts'
import { instant, minutes, plus } from '../time.ts'
import { type EscalationStep, escalatingFor, escalationAt } from './escalation.ts'
import { escalationField } from './schema.ts'

const step = (afterMinutes: number, ...channels: string[]): EscalationStep => ({
  afterMinutes,
  channels: channels as ChannelId[],
  groups: [],
})
const escalating = (...escalation: EscalationStep[]) => aSubscription({ escalation })
const from = instant(Date.UTC(2026, 0, 2, 12))
const after = (length: number) => plus(from, minutes(length))

describe('an alert that nobody acknowledges', () => {
  const subscriptions = [escalating(step(10, 'lead'), step(30, 'boss')), escalating(step(20, 'x'))]
  const at = (passed: number, escalatedMinutes = 0) =>
    escalationAt({ from, escalatedMinutes }, subscriptions, after(passed))

  test('takes the steps of all its subscriptions in the order of their times', () => {
    expect(at(9)).toEqual({ due: [], nextAt: after(10) })
    expect(at(10)).toEqual({ due: [10], nextAt: after(20) })
    expect(at(20, 10)).toEqual({ due: [20], nextAt: after(30) })
    expect(at(30, 20)).toEqual({ due: [30], nextAt: null })
  })

  test('takes every step that was missed at once, and none twice', () => {
    expect(at(40)).toEqual({ due: [10, 20, 30], nextAt: null })
    expect(at(40, 30)).toEqual({ due: [], nextAt: null })
  })

  test('is not escalated where no subscription has steps', () => {
    expect(escalationAt({ from, escalatedMinutes: 0 }, [aSubscription()], after(60))).toEqual({
      due: [],
      nextAt: null,
    })
  })
})

const pay = 'pay' as DepartmentId
const subject = {
  event: 'sync_delay',
  level: 'high',
  project: null,
  department: pay,
  tags: [],
} as const

test('steps count only where the subscription speaks at the level of the alert, and covers it', () => {
  const { levels, scope } = aSubscription()
  const steps = { escalation: [step(10, 'lead')] }
  const silentAtHigh = aSubscription({ ...steps, levels: { ...levels, high: null } })
  const ofOthers = aSubscription({ ...steps, scope: { ...scope, events: ['no_signal'] } })
  const fitting = aSubscription(steps)
  expect(escalatingFor([silentAtHigh, ofOthers, fitting, aSubscription()], subject)).toEqual([
    fitting,
  ])
})

describe('the messages of an alert that was escalated', () => {
  const ops = { id: 'ops' as ChannelId, enabled: true, department: null }
  const lead = { id: 'lead' as ChannelId, enabled: true, department: null }
  const onlyOps = { allChannels: false, channels: [ops.id], groups: [], period: null }
  const subscription = aSubscription({
    levels: { high: onlyOps, medium: onlyOps, low: onlyOps },
    escalation: [step(10, 'lead')],
  })
  const news = (changes: Partial<PlannedNews>): PlannedNews => ({
    alert: 'alert' as AlertId,
    kind: 'repeat',
    department: pay,
    note: null,
    closeReason: null,
    subject,
    ...changes,
  })
  const told = (changes: Partial<PlannedNews>, heard: readonly ChannelId[]) => {
    const context = aPlanContext({
      channels: [ops, lead],
      subscriptions: [subscription],
      told: (_alert, channel) => (heard.includes(channel) ? 'delivered' : 'nothing'),
    })
    return planNotifications([news(changes)], context).kept.map((intent) => [
      intent.channel,
      intent.kind,
      intent.note,
    ])
  }

  it('are the first news to a channel that never heard of it', () => {
    const escalation = { note: 'escalated', channels: [lead.id], escalatedMinutes: 10 } as const
    expect(told(escalation, [ops.id])).toEqual([['lead', 'firing', 'escalated']])
  })

  it('go on as repeats to everybody who heard', () => {
    expect(told({ escalatedMinutes: 10 }, [ops.id, lead.id])).toEqual([
      ['ops', 'repeat', null],
      ['lead', 'repeat', null],
    ])
    expect(told({}, [ops.id])).toEqual([['ops', 'repeat', null]])
  })

  it('end with its end for everybody who heard, also when the count began anew', () => {
    const end = { kind: 'resolved', closeReason: 'recovered' } as const
    expect(told(end, [ops.id, lead.id])).toHaveLength(2)
    expect(told(end, [ops.id])).toEqual([['ops', 'resolved', null]])
  })
})

describe('steps are refused', () => {
  const messageFor = (value: unknown) => escalationField.safeParse(value).error?.issues[0]?.message
  const group = { groups: ['0199d0f0-0000-7000-8000-000000000001' as AlertGroupId], channels: [] }
  test.each([
    ['that do not rise', [10, 10], 'Each step must come later than the one before it.'],
    ['that come at once', [0], 'Use 1–1440 minutes.'],
    ['that come after a day', [1_441], 'Use 1–1440 minutes.'],
    ['that are more than five', [1, 2, 3, 4, 5, 6], 'Use at most 5 steps.'],
  ])('%s', (_name, times, message) => {
    expect(messageFor(times.map((afterMinutes) => ({ afterMinutes, ...group })))).toBe(message)
  })

  test('for everything that is wrong with them at once', () => {
    const steps = [10, 10, Number.NaN].map((afterMinutes) => ({ afterMinutes, ...group }))
    const { error } = escalationField.safeParse([...steps, { afterMinutes: 'soon' }])
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([
      '2.afterMinutes',
      '3.afterMinutes',
      '3',
      '',
    ])
    const [, , unread] = steps
    const alone = escalationField.safeParse([{ ...unread, afterMinutes: 10 }, unread]).error?.issues
    expect(alone?.map(({ path }) => path.join('.'))).toEqual(['1.afterMinutes'])
  })

  test('that tell nobody', () => {
    expect(messageFor([{ afterMinutes: 10 }])).toBe(
      'Give the step a channel, an alert group or a person.',
    )
    expect(messageFor([{ afterMinutes: 10, ...group }])).toBeUndefined()
  })
})
