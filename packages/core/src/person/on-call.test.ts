import { describe, expect, it } from 'vitest'
import type { UserId } from '../ids.ts'
import { type Instant, instant } from '../time.ts'
import { type OnCallRota, onCallAt } from './on-call.ts'
import { onCallRotaField } from './schema.ts'

const [an, bo, chen] = ['an', 'bo', 'chen'] as UserId[] as [UserId, UserId, UserId]
const rota = (changes: Partial<OnCallRota> = {}): OnCallRota => ({
  people: [an, bo, chen],
  turns: 'daily',
  startsOn: '2026-03-02',
  handoverHour: 9,
  timeZone: 'Asia/Shanghai',
  ...changes,
})
const shanghai = (text: string): Instant => instant(Date.parse(`${text}+08:00`))
const everybody = () => true
const at = (text: string, changes?: Partial<OnCallRota>, isThere = everybody as never) =>
  onCallAt(rota(changes), shanghai(text), isThere)

describe('who is on call', () => {
  it('changes every day at the hour of the handover, and begins again after the last', () => {
    expect(at('2026-03-02T09:00')).toEqual([an])
    expect(at('2026-03-03T08:59')).toEqual([an])
    expect(at('2026-03-03T09:00')).toEqual([bo])
    expect(at('2026-03-04T12:00')).toEqual([chen])
    expect(at('2026-03-05T12:00')).toEqual([an])
  })

  it('counts backwards before the first turn', () => {
    expect(at('2026-03-02T08:59')).toEqual([chen])
    expect(at('2026-02-27T12:00')).toEqual([an])
  })

  it('changes every week on the weekday on which the rota starts', () => {
    const weekly = { turns: 'weekly' } as const
    expect(at('2026-03-09T08:59', weekly)).toEqual([an])
    expect(at('2026-03-09T09:00', weekly)).toEqual([bo])
    expect(at('2026-03-23T09:00', weekly)).toEqual([an])
  })

  it('keeps the hour of the wall clock when summer time begins', () => {
    const paris = { startsOn: '2026-03-28', timeZone: 'Europe/Paris' }
    const now = (text: string) => onCallAt(rota(paris), instant(Date.parse(text)), everybody)
    expect(now('2026-03-29T06:59Z')).toEqual([an])
    expect(now('2026-03-29T07:00Z')).toEqual([bo])
  })

  it('is everybody where they are on call together', () => {
    expect(at('2026-03-04T12:00', { turns: 'together' })).toEqual([an, bo, chen])
  })

  it('passes over whoever is gone, and is nobody when all are', () => {
    const without = (...gone: UserId[]) => ((person: UserId) => !gone.includes(person)) as never
    expect(at('2026-03-03T12:00', {}, without(bo))).toEqual([chen])
    expect(at('2026-03-04T12:00', {}, without(chen))).toEqual([an])
    expect(at('2026-03-04T12:00', {}, without(an, bo, chen))).toEqual([])
    expect(at('2026-03-04T12:00', { turns: 'together' }, without(an))).toEqual([bo, chen])
  })
})

describe('a rota is refused', () => {
  const id = '0190d5a0-0000-7000-8000-000000000001'
  const messageFor = (changes: object) =>
    onCallRotaField.safeParse({ ...rota({ people: [id as UserId] }), ...changes }).error?.issues[0]
      ?.message

  it.each([
    [{ people: [] }, 'Name at least one person.'],
    [{ people: [id, id] }, 'Name each only once.'],
    [{ startsOn: '2026-02-30' }, 'Write a day such as 2026-01-31.'],
    [{ handoverHour: 24 }, 'Use an hour of the day, 0–23.'],
    [{ timeZone: '+08:00' }, 'Use the name of a time zone, such as Asia/Shanghai.'],
  ])('with %j', (changes, message) => {
    expect(messageFor({})).toBeUndefined()
    expect(messageFor(changes)).toBe(message)
  })
})
