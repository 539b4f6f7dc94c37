import { minutes, type ProjectId, plus, seconds, toIso } from '@highwater/core'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { setParameters } from '../../../testing/set-parameters.ts'
import { readNowFrom } from '../../client/now.ts'
import { acknowledgeAlert, snoozeAlert } from '../../commands/index.ts'
import { storyOf } from '../queue.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>
let orders: ProjectId
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  await seedChannel(fresh.db)
  orders = await seedProject(fresh.db)
  await story.report(orders, 1, 2)
})
afterEach(() => fresh.close())

const alertId = async () => {
  const [row] = await fresh.db.sql<{ id: string }[]>`select id from alert`
  return row?.id ?? ''
}

const pendingFor = (length: number) => setParameters(fresh.db, { pendingSeconds: length })

describe('pending', () => {
  it('1. begins with a sample strictly greater than the threshold, and fires at once where nothing is to be waited for', async () => {
    await story.report(orders, 30, 1)
    expect(await story.alertsOf(orders)).toEqual([])
    await story.report(orders, 30.001, 1)
    expect(await story.timelineOf(orders)).toEqual(['fire'])
  })

  it('1. an interruption fires when it is due although no further sample arrives, counted from the time of the event', async () => {
    const now = await readNowFrom(fresh.db.sql)
    await fresh.clock.advance(seconds(20))
    await story.send(orders, { state: 'failed', observedAt: toIso(plus(now, seconds(5))) })
    await story.wait(seconds(14))
    expect(await story.alertsOf(orders)).toEqual([])
    await story.wait(seconds(2))
    expect(await story.alertsOf(orders)).toMatchObject([{ event: 'sync_failed' }])
  })

  it('2. ends silently with a sample that is not over the threshold', async () => {
    await pendingFor(60)
    await story.report(orders, 90, 2)
    await story.report(orders, 1, 1)
    expect(await story.timelineOf(orders)).toEqual(['pend', 'drop: recovered'])
    expect(await story.outboxOf(orders)).toEqual([])
  })

  it('2. that ended so is no alert to be reopened', async () => {
    await pendingFor(60)
    await story.report(orders, 90, 2)
    await story.report(orders, 1, 1)
    await story.report(orders, 90, 1)
    expect(await story.timelineOf(orders)).toEqual(['pend', 'drop: recovered', 'pend'])
  })

  it('3. fires when it has lasted, and writes the message with the transition', async () => {
    await pendingFor(15)
    await story.report(orders, 90, 3)
    expect(await story.timelineOf(orders)).toEqual(['pend', 'fire'])
    expect(await story.messagesOf(orders)).toEqual(['firing'])
  })
})

describe('firing', () => {
  beforeEach(async () => {
    await story.report(orders, 90, 1)
    await story.deliver()
  })

  it('4. repeats once per frequency, and once after a pause', async () => {
    await story.report(orders, 90, 36)
    await fresh.clock.advance(minutes(30))
    await story.report(orders, 90, 2)
    expect((await story.timelineOf(orders)).filter((type) => type === 'repeat')).toHaveLength(3)
  })

  it('5. recovers with a sample at the threshold, and no repeat is sent meanwhile', async () => {
    await story.report(orders, 90, 17)
    await story.report(orders, 30, 3)
    expect(await story.alertsOf(orders)).toMatchObject([{ state: 'recovering', repeats: 0 }])
  })

  it('6. is the same alert when it is bad again while recovering: no new first message, and the timer goes on', async () => {
    const next = () => fresh.db.sql`select next_notify_at from alert`
    const before = await next()
    await story.report(orders, 1, 2)
    await story.report(orders, 90, 1)
    expect(await story.timelineOf(orders)).toEqual(['fire', 'recover', 'relapse'])
    expect(await story.messagesOf(orders)).toEqual(['firing'])
    expect(await next()).toEqual(before)
  })

  it('7. is resolved when good signals have lasted, and told to those who had heard of it', async () => {
    await story.report(orders, 1, 7)
    expect(await story.outboxOf(orders)).toEqual(['firing delivered', 'resolved pending'])
  })

  it('8. is reopened by a breach within ten minutes', async () => {
    await story.report(orders, 1, 8)
    await story.deliver()
    await story.report(orders, 90, 1)
    expect(await story.alertsOf(orders)).toMatchObject([{ state: 'firing', reopened: 1 }])
    expect(await story.messagesOf(orders)).toEqual(['firing', 'resolved', 'firing: reopened'])
  })

  it('9. that turns four times within an hour is called flapping once, and then summed up', async () => {
    for (const latency of [1, 90, 1, 90, 1, 90]) await story.report(orders, latency, 1)
    await story.report(orders, 90, 60)
    expect(await story.messagesOf(orders)).toEqual(['firing', 'repeat: flapping'])
    expect((await story.timelineOf(orders)).slice(1, 7)).toEqual([
      'recover',
      'relapse',
      'recover',
      'relapse',
      'flap',
      'recover: flapping',
    ])
    await story.deliver()
    await story.report(orders, 90, 20)
    expect(await story.messagesOf(orders)).toEqual([
      'firing',
      'repeat: flapping',
      'repeat: flapping',
    ])
    const [told] = await fresh.db.sql`
      select message -> 'turns' as turns from notification order by sequence desc limit 1`
    expect(told?.turns).toBe(4)
  })

  it('9. that was flapping is steady again after half an hour, and says so', async () => {
    for (const latency of [1, 90, 1, 90]) await story.report(orders, latency, 1)
    await story.deliver()
    await story.report(orders, 90, 12 * 6)
    await story.deliver()
    await story.report(orders, 90, 18 * 6)
    expect((await story.messagesOf(orders)).at(-1)).toBe('repeat: steady_again')
  })

  it('9. that was flapping is resolved when it has been good for half an hour', async () => {
    for (const latency of [1, 90, 1, 90]) await story.report(orders, latency, 1)
    await story.deliver()
    // Two hundred looks take their time as well, on a busy machine up to a minute.
    await story.report(orders, 1, 29 * 6)
    expect(await story.alertsOf(orders)).toMatchObject([{ state: 'recovering' }])
    await story.report(orders, 1, 6 + 1)
    expect(await story.alertsOf(orders)).toMatchObject([{ close_reason: 'recovered' }])
    expect((await story.messagesOf(orders)).at(-1)).toBe('resolved')
  })
})

describe('attention', () => {
  beforeEach(async () => {
    await story.report(orders, 90, 1)
    await story.deliver()
  })

  it('an acknowledgement holds the repeats until it expires', async () => {
    await acknowledgeAlert(await adminContext(fresh.db), { alert: await alertId(), minutes: 5 })
    await story.report(orders, 90, 60)
    expect((await story.timelineOf(orders)).slice(2)).toEqual([
      'hold_repeat: acknowledged',
      'repeat',
      'repeat',
    ])
  })

  it('a snooze holds them, and its end is told once while the alert still fires', async () => {
    await snoozeAlert(await adminContext(fresh.db), { alert: await alertId(), minutes: 10 })
    await story.report(orders, 90, 65)
    expect((await story.timelineOf(orders)).slice(2)).toEqual([
      'hold_repeat: snoozed',
      'hold_repeat: snoozed',
      'hold_repeat: snoozed',
      'repeat: snooze_ended',
    ])
    expect(await story.messagesOf(orders)).toEqual(['firing', 'repeat: snooze_ended'])
  })
})
