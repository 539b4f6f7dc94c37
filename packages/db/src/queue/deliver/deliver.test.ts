import { minutes, plus, seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject, seedProjects } from '../../../testing/seed.ts'
import { readNowFrom } from '../../client/now.ts'
import { listen, type Topic } from '../../client/topics.ts'
import { storyOf } from '../queue.fixture.ts'
import { type Claimed, claimNotifications } from './claim.ts'
import { giveUpLate } from './give-up-late.ts'
import { reapExpiredLeases } from './reap.ts'
import { settleNotifications } from './settle.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
})
afterEach(() => fresh.close())

const claim = async (rate: readonly { count: number; per: ReturnType<typeof seconds> }[] = []) => {
  const { claimed } = await claimNotifications(fresh.db, {
    worker: 'w',
    limit: 100,
    perChannel: 50,
    busyChannels: [],
    consoleUrl: 'https://highwater.example',
    lease: seconds(30),
    rulesOf: () => rate,
  })
  return claimed
}
const outcome = (kind: 'delivered' | 'transient' | 'unknown'): SendOutcome => ({
  kind,
  detail: { reason: kind, httpStatus: 200, providerCode: '0', providerMessage: 'ok' },
})
const settle = async (claimed: Claimed | undefined, sent: SendOutcome) => {
  if (!claimed) throw new Error('nothing was claimed')
  const attempt = { claimed, outcome: sent, worker: 'w', durationMs: 12, jitter: 0.5 }
  const [settlement] = await settleNotifications(fresh.db, [attempt])
  return settlement
}
const sendingStatus = async () => (await fresh.db.sql`select status from alert_sending`)[0]?.status
const breach = async () => {
  const project = await seedProject(fresh.db)
  await story.report(project, 1, 2)
  await story.report(project, 90, 1)
  return project
}

test('a claim leases a notification to one worker only, however many ask at once', async () => {
  await seedChannel(fresh.db)
  await breach()
  const claims = await Promise.all([claim(), claim(), claim()])
  expect(claims.flat()).toHaveLength(1)
})

test('a delivered notification is final, with its attempt on record', async () => {
  await seedChannel(fresh.db)
  const project = await breach()
  const [claimed] = await claim()
  expect(await settle(claimed, outcome('delivered'))).toBe('settled')
  expect(await story.outboxOf(project)).toEqual(['firing delivered'])
  const [attempt] = await fresh.db.sql`select number, outcome, duration_ms from delivery_attempt`
  expect(attempt).toEqual({ number: 1, outcome: 'delivered', duration_ms: 12 })
  expect(await sendingStatus()).toBe('successful')
})

test('workers that settle the last messages of one alert at once see that all are delivered', async () => {
  await seedChannel(fresh.db)
  await seedChannel(fresh.db, { secrets: { webhook: 'another' } })
  await breach()
  const claimed = await claim()
  expect(claimed).toHaveLength(2)
  const both = await fresh.db.sql.begin(async (tx) => {
    await tx`select from alert_sending for update`
    const settled = Promise.all(claimed.map((each) => settle(each, outcome('delivered'))))
    const waiting = async () => {
      const [row] = await fresh.db.sql`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
      return row?.count
    }
    await expect.poll(waiting, { timeout: 10_000 }).toBe(2)
    return { settled }
  })
  expect(await both.settled).toEqual(['settled', 'settled'])
  expect(await sendingStatus()).toBe('successful')
})

test('a transient failure is tried again later, and not before', async () => {
  await seedChannel(fresh.db)
  const project = await breach()
  const [claimed] = await claim()
  await settle(claimed, outcome('transient'))
  expect(await story.outboxOf(project)).toEqual(['firing retrying'])
  expect(await claim()).toEqual([])
  await fresh.clock.advance(seconds(6))
  expect(await claim()).toMatchObject([{ attempt: 2 }])
})

test('a message that fails after its channel was disabled is cancelled, not tried again', async () => {
  const channel = await seedChannel(fresh.db)
  const project = await breach()
  const [claimed] = await claim()
  await fresh.db.sql`update channel set enabled = false where id = ${channel}`
  await settle(claimed, outcome('transient'))
  expect(await story.outboxOf(project)).toEqual(['firing cancelled channel_disabled'])
})

test('a dead worker’s message is taken back as unknown, sent once more, and its late answer ignored', async () => {
  await seedChannel(fresh.db)
  const project = await breach()
  const [lost] = await claim()
  const reap = () =>
    reapExpiredLeases(fresh.db, {
      jitter: () => 0.5,
      lease: seconds(30),
      host: 'node-a',
      consoleUrl: 'https://highwater.example',
    })
  expect(await reap()).toBe(0)
  await fresh.clock.advance(seconds(31))
  expect(await reap()).toBe(1)
  await fresh.clock.advance(seconds(6))
  const [again] = await claim()
  expect(again).toMatchObject({ attempt: 2, mayBeDuplicate: true, id: lost?.id })
  expect(await settle(lost, outcome('delivered'))).toBe('lease_lost')
  expect(await settle(again, outcome('delivered'))).toBe('settled')
  expect(await story.outboxOf(project)).toEqual(['firing delivered'])
})

test('the end of an alert waits until its beginning has been settled', async () => {
  await seedChannel(fresh.db)
  const project = await breach()
  const [firing] = await claim()
  await story.report(project, 1, 8)
  expect(await story.outboxOf(project)).toEqual(['firing sending', 'resolved pending'])
  expect(await claim()).toEqual([])
  const notices: (readonly Topic[])[] = []
  const unlisten = await listen(
    fresh.db,
    (topics) => notices.push(topics),
    () => {},
  )
  await settle(firing, outcome('delivered'))
  const [resolved, ...others] = await claim()
  expect([resolved?.kind, others]).toEqual(['resolved', []])
  await settle(resolved, outcome('delivered'))
  await expect.poll(() => notices.length, { timeout: 10_000 }).toBe(2)
  // Nothing has waited for the end, so that nobody is woken by it.
  expect(notices.map((topics) => topics.includes('deliver'))).toEqual([true, false])
  await unlisten()
})

test('a receiver that asks to be left alone gets nothing of any alert until then', async () => {
  await seedChannel(fresh.db)
  await breach()
  const [asked] = await claim()
  await breach()
  const retryAt = plus(await readNowFrom(fresh.db.sql), minutes(10))
  await settle(asked, { ...outcome('transient'), kind: 'throttled', retryAt })
  await fresh.clock.advance(minutes(9))
  expect(await claim()).toEqual([])
  await fresh.clock.advance(minutes(2))
  expect(await claim()).toHaveLength(2)
})

test('what has waited beyond its time is given up, and the alert says so', async () => {
  await seedChannel(fresh.db)
  const project = await breach()
  await fresh.clock.advance(seconds(86_000))
  expect(await giveUpLate(fresh.db, 100)).toBe(0)
  await fresh.clock.advance(seconds(401))
  expect(await giveUpLate(fresh.db, 100)).toBe(1)
  expect(await story.outboxOf(project)).toEqual(['firing failed deadline_passed'])
  expect(await sendingStatus()).toBe('failed')
})

test('what exceeds a robot’s budget waits for its turn, and where it is much, becomes a digest', async () => {
  await seedChannel(fresh.db)
  const projects = await seedProjects(fresh.db, { count: 6 })
  const breachAll = async (some: typeof projects) => {
    for (const project of some) await story.report(project, 1, 1)
    await fresh.clock.advance(seconds(1))
    for (const project of some) await story.send(project, { latencySeconds: 90 })
    await story.evaluate()
  }
  const kindsOf = async () => {
    const claimed = await claim(budget)
    for (const one of claimed) await settle(one, outcome('delivered'))
    return claimed.map(({ kind }) => kind)
  }
  const budget = [{ count: 2, per: seconds(60) }]
  await breachAll(projects.slice(0, 2))
  expect(await kindsOf()).toEqual(['firing', 'firing'])
  await breachAll(projects.slice(2))
  expect(await kindsOf()).toEqual([])
  await fresh.clock.advance(seconds(61))
  expect(await kindsOf()).toEqual(['firing'])
  const [held] = await fresh.db.sql`
    select count(*)::int as count from notification where reason = 'over_budget'`
  expect(held).toEqual({ count: 3 })
  await fresh.clock.advance(seconds(6))
  expect(await kindsOf()).toEqual(['digest'])
})

test('a message counts in the window of its robot from its answer on, and until then as sent just now', async () => {
  await seedChannel(fresh.db)
  const rate = [{ count: 1, per: seconds(60) }]
  await breach()
  const [first] = await claim(rate)
  await breach()
  await fresh.clock.advance(seconds(20))
  expect(await settle(first, outcome('unknown'))).toBe('settled')
  await fresh.clock.advance(seconds(50))
  expect(await claim(rate)).toEqual([])
  await fresh.clock.advance(seconds(11))
  expect(await claim(rate)).toHaveLength(1)
  await fresh.db.sql`update channel_bucket set opens_at = null, opens_for_all_at = null`
  await fresh.clock.advance(seconds(100))
  expect(await claim(rate)).toEqual([])
})

test('what has waited long for a robot goes with what is urgent, so that nothing starves', async () => {
  const channel = await seedChannel(fresh.db)
  const [low, high] = [
    await seedProject(fresh.db, { level: 'low' }),
    await seedProject(fresh.db, { level: 'high' }),
  ]
  for (const project of [low, high]) await story.report(project, 1, 1)
  await fresh.clock.advance(seconds(1))
  await story.send(low, { latencySeconds: 9_000 })
  await story.evaluate()
  const shut = [{ count: 1, per: seconds(600) }]
  await fresh.db.sql`
    insert into channel_bucket (key, sent_at)
    select budget_key, array[now()] from channel where id = ${channel}`
  expect(await claim(shut)).toEqual([])
  await fresh.db.sql`update channel_bucket set opens_at = null, opens_for_all_at = null`
  await fresh.clock.advance(seconds(400))
  expect(await claim(shut)).toEqual([])
  const [patient] = await fresh.db.sql`select priority from notification`
  expect(patient).toEqual({ priority: 1 })
})

test('two channels of one robot share its budget', async () => {
  const secrets = { webhook: 'the-same-robot' }
  await seedChannel(fresh.db, { secrets })
  await seedChannel(fresh.db, { secrets })
  await breach()
  expect(await claim([{ count: 1, per: seconds(60) }])).toHaveLength(1)
})
