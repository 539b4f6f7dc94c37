import { describe, expect, it } from 'vitest'
import type { AlertGroupId, ChannelId, DepartmentId, ProjectId } from '../ids.ts'
import type { AlertSubject } from '../notify/news.ts'
import { instant } from '../time.ts'
import { covers } from './covers.ts'
import { nextHours } from './hours.ts'
import { subscriptionFields, wholeScope } from './schema.ts'
import { channelsOf, targetLevelOf } from './targets.ts'

const pay = 'pay' as DepartmentId
const orders = 'orders' as ProjectId

const subject = (changes: Partial<AlertSubject> = {}): AlertSubject => ({
  event: 'sync_delay',
  level: 'high',
  project: orders,
  department: pay,
  tags: ['core', 'mysql'],
  ...changes,
})
const scope = (changes: Partial<typeof wholeScope>) => ({
  department: null,
  scope: { ...wholeScope, ...changes },
})

describe('what a subscription covers', () => {
  it('is everything while nothing is named', () => {
    expect(covers(scope({}), subject())).toBe(true)
    expect(covers(scope({}), subject({ event: 'source_down', project: null, tags: [] }))).toBe(true)
  })

  it('must fit each kind of thing that is named, by one of them', () => {
    const named = scope({ events: ['sync_delay', 'no_signal'], tags: ['core', 'other'] } as never)
    expect(covers(named, subject())).toBe(true)
    expect(covers(named, subject({ event: 'sync_failed' }))).toBe(false)
    expect(covers(named, subject({ tags: ['mysql'] }))).toBe(false)
  })

  it('leaves out whatever an exception names', () => {
    const exceptions = [
      { events: ['sync_delay'] },
      { departments: [pay] },
      { tags: ['mysql'] },
      { projects: [orders] },
    ]
    for (const exception of exceptions) {
      const except = { ...wholeScope.except, ...exception }
      expect(covers(scope({ except } as never), subject())).toBe(false)
    }
  })

  it('does not reach an alert without a project where projects or tags are named', () => {
    const system = subject({ event: 'source_down', project: null, tags: [] })
    expect(covers(scope({ projects: [orders] } as never), system)).toBe(false)
    expect(covers(scope({ tags: ['core'] } as never), system)).toBe(false)
  })

  it("stays inside the subscription's own department", () => {
    const own = { department: pay, scope: wholeScope }
    expect(covers(own, subject())).toBe(true)
    expect(covers(own, subject({ department: 'other' as DepartmentId }))).toBe(false)
  })
})

describe('the targets of a level', () => {
  const channel = (id: string, department: DepartmentId | null = null) => ({
    id: id as ChannelId,
    department,
  })
  const targets = { allChannels: false, channels: [], groups: [], period: null }
  const channels = [channel('robot'), channel('mail'), channel('own', pay)]
  const members = () => ['mail', 'gone'] as ChannelId[]
  const ids = (found: readonly { id: ChannelId }[]) => found.map(({ id }) => id)

  it('follow new channels when they are all channels of the home', () => {
    const all = { ...targets, allChannels: true }
    expect(ids(channelsOf({ department: null }, all, channels, members))).toEqual(['robot', 'mail'])
    expect(ids(channelsOf({ department: pay }, all, channels, members))).toEqual(['own'])
  })

  it('name each channel once, by itself or through a group, and none that is gone', () => {
    const named = {
      ...targets,
      channels: ['mail', 'own'] as ChannelId[],
      groups: ['group'] as AlertGroupId[],
    }
    expect(ids(channelsOf({ department: null }, named, channels, members))).toEqual(['mail', 'own'])
  })

  it('treat an unprotected project as low', () => {
    expect(targetLevelOf('none')).toBe('low')
    expect(targetLevelOf('high')).toBe('high')
  })
})

describe('the hours of a level', () => {
  const at = (iso: string) => instant(Date.parse(iso))
  const office = {
    from: '09:00',
    until: '18:00',
    weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
    timeZone: 'Asia/Shanghai',
  } as const

  it.each([
    ['within them, now', '2026-01-02T02:00:00Z', '2026-01-02T02:00:00Z'],
    ['in the evening of a Friday, on Monday', '2026-01-02T10:00:00Z', '2026-01-05T01:00:00Z'],
    ['early, on the same day', '2026-01-01T23:00:00Z', '2026-01-02T01:00:00Z'],
  ])('hold %s', (_, now, begins) => {
    expect(nextHours(office, at(now))).toBe(at(begins))
  })

  it('pass midnight', () => {
    const night = { from: '22:00', until: '06:00', weekdays: [], timeZone: 'UTC' }
    expect(nextHours(night, at('2026-01-02T03:00:00Z'))).toBe(at('2026-01-02T03:00:00Z'))
    expect(nextHours(night, at('2026-01-02T12:00:00Z'))).toBe(at('2026-01-02T22:00:00Z'))
  })

  it('are the whole day where none are named', () => {
    expect(nextHours(null, at('2026-01-02T03:00:00Z'))).toBe(at('2026-01-02T03:00:00Z'))
  })
})

describe('the settings of a subscription', () => {
  it('need a channel or a group for at least one level', () => {
    const { levels } = subscriptionFields
    expect(levels.safeParse({}).success).toBe(false)
    expect(levels.safeParse({ high: { channels: [] } }).success).toBe(false)
    expect(levels.safeParse({ low: { allChannels: true } }).success).toBe(true)
  })

  it('take only languages in which messages exist', () => {
    const { locale } = subscriptionFields
    expect(locale.safeParse('fr').error?.issues[0]?.message).toMatch(/zh-CN, zh-TW and en/)
    expect(locale.safeParse('zh-TW').success).toBe(true)
    expect(locale.safeParse(null).success).toBe(true)
  })
})
