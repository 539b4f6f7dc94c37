import { hours, minutes, type ProjectId, seconds } from '@highwater/core'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { anAccount } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject, seedProjects } from '../../../testing/seed.ts'
import { listSubscriptions } from '../../queries/index.ts'
import { routingStoryOf } from './routing.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  await seedChannel(fresh.db)
})
afterEach(() => fresh.close())

const clockTime = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`

test('an alert that no subscription covers tells nobody, and says so', async () => {
  await story.narrow({ enabled: false })
  const project = await seedProject(fresh.db)
  await story.breach([project])
  expect(await story.outboxOf(project)).toEqual(['firing suppressed no_subscription'])
})

test('several subscriptions that reach one channel become one message that names them', async () => {
  const id = await story.subscribe('orders on call', 'en')
  await story.breach([await seedProject(fresh.db)])
  const rows = await fresh.db.sql`select locale, subscriptions from notification`
  expect(rows).toMatchObject([
    {
      locale: 'en',
      subscriptions: [{ id, name: 'orders on call' }, { name: 'Default subscription' }],
    },
  ])
})

test('an end is not told where no subscription wants recoveries', async () => {
  await story.narrow({ recoveryNotices: false })
  const project = await seedProject(fresh.db)
  await story.breach([project])
  await story.deliver()
  await story.report(project, 1, 8)
  const outbox = await story.outboxOf(project)
  expect(outbox.at(-1)).toBe('resolved suppressed recovery_not_wanted')
})

describe('whoever was told of an alert hears of its end', () => {
  let project: ProjectId
  beforeEach(async () => {
    project = await seedProject(fresh.db)
    await story.breach([project])
  })

  test.each([
    ['is disabled', 'enabled = false'],
    ['is deleted', 'deleted_at = now()'],
    ['covers others by now', `scope = jsonb_set(scope, '{tags}', '["others"]')`],
    ['leads to no channel by now', `levels = '{"high": null, "medium": null, "low": null}'`],
  ])('though the subscription %s', async (_, edit) => {
    await story.deliver()
    await fresh.db.sql.unsafe(`update subscription set ${edit}`)
    await story.report(project, 1, 8)
    expect(await story.outboxOf(project)).toEqual(['firing delivered', 'resolved pending'])
    const [row] = await fresh.db.sql`select subscriptions from notification where kind = 'resolved'`
    expect(row?.subscriptions).toMatchObject([{ name: 'Default subscription' }])
  })

  test('and not of a beginning that still waits to be sent', async () => {
    await story.narrow({ enabled: false })
    await story.report(project, 1, 8)
    const outbox = ['firing superseded superseded', 'resolved pending']
    expect(await story.outboxOf(project)).toEqual(outbox)
  })

  test('unless the subscription that told it wants no recoveries', async () => {
    await story.deliver()
    await story.narrow({ enabled: false, recoveryNotices: false })
    await story.report(project, 1, 8)
    expect((await story.outboxOf(project)).at(-1)).toBe('resolved suppressed recovery_not_wanted')
  })
})

describe('outside the hours of a subscription', () => {
  let project: ProjectId
  /** Ten minutes before the hours begin. */
  beforeEach(async () => {
    const hour = await story.toMinutesBeforeHour(10)
    await story.narrow({ period: { from: clockTime(hour), until: clockTime(hour + 2) } })
    project = await seedProject(fresh.db)
    await story.breach([project])
  })

  test('nothing is sent, and the reason names the hours', async () => {
    expect(await story.outbox()).toEqual({ 'firing suppressed outside_period': 1 })
    const [row] = await fresh.db.sql`select reason_detail as detail from notification`
    expect(row?.detail).toMatchObject({ subscription: 'Default subscription', timeZone: 'UTC' })
  })

  test('what still fires when they begin is told then, once', async () => {
    await story.wake()
    expect(await story.outbox()).not.toHaveProperty('firing pending')
    await fresh.clock.advance(minutes(11))
    await Promise.all([story.wake(), story.wake()])
    await story.wake()
    expect(await story.outbox()).toMatchObject({ 'firing pending': 1 })
    const [row] = await fresh.db.sql`select message from notification where state = 'pending'`
    expect(row?.message).toMatchObject({ kind: 'firing', note: 'period_began' })
  })

  test('what has ended before they begin is not told at all', async () => {
    await story.report(project, 1, 8)
    await fresh.clock.advance(minutes(11))
    await story.wake()
    expect(await story.outbox()).not.toHaveProperty('firing pending')
  })

  test('what somebody has acknowledged meanwhile is left in peace', async () => {
    await fresh.db.sql`update alert set acknowledged_until = now() + interval '1 day'`
    await fresh.clock.advance(minutes(11))
    await story.wake()
    expect(await story.outbox()).not.toHaveProperty('firing pending')
  })

  test('an end that comes after the hours is told when they begin again', async () => {
    await fresh.clock.advance(minutes(11))
    await story.wake()
    await story.deliver()
    await fresh.clock.advance(hours(2))
    await story.report(project, 1, 8)
    expect(await story.outbox()).toMatchObject({ 'resolved suppressed outside_period': 1 })
    await fresh.clock.advance(hours(22))
    await story.wake()
    expect(await story.outbox()).toMatchObject({ 'resolved pending': 1 })
  })
})

describe('a receive limit', () => {
  test('lets so many messages through and names the rest in a digest at its end', async () => {
    await story.narrow({ limit: { messages: 2, per: 'hour' } })
    const projects = await seedProjects(fresh.db, { count: 5 })
    for (const project of projects) {
      await story.breach([project])
      await fresh.clock.advance(seconds(2))
    }
    expect(await story.outbox()).toMatchObject({
      'firing pending': 2,
      'firing suppressed limit_reached': 3,
    })
    await story.deliver()
    await story.sendDigests()
    expect(await story.digests()).toEqual([])
    const { actor } = await anAccount(fresh.db, { role: 'admin' })
    const limitedUntil = async () => (await listSubscriptions(fresh.db, actor))[0]?.limitedUntil
    expect(await limitedUntil()).toEqual(expect.any(Number))
    await fresh.clock.advance(hours(1))
    await story.sendDigests()
    await story.sendDigests()
    expect(await story.digests()).toMatchObject([{ why: 'limit', count: 3 }])
    expect(await limitedUntil()).toBeNull()
  })

  test('counts from its first message, and begins anew when it is over', async () => {
    await story.narrow({ limit: { messages: 1, per: 'hour' } })
    const [first, second] = await seedProjects(fresh.db, { count: 2 })
    if (first) await story.breach([first])
    await fresh.clock.advance(minutes(61))
    if (second) await story.breach([second])
    expect((await story.outbox())['firing pending']).toBe(2)
  })
})
