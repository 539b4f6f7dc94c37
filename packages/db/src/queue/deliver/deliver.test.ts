import { minutes, plus, seconds, type WorkerId } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel } from '../../../testing/seed.ts'
import { readNowFrom } from '../../client/now.ts'
import { listen, type Topic } from '../../client/topics.ts'
import { storyOf } from '../queue.fixture.ts'
import { deliveryStoryOf, outcome } from './deliver.fixture.ts'
import { giveUpLate } from './give-up-late.ts'
import { reapExpiredLeases } from './reap.ts'

let fresh: FreshDatabase
type Story = ReturnType<typeof deliveryStoryOf>

let story: ReturnType<typeof storyOf>
let delivery: Story

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  delivery = deliveryStoryOf(fresh)
})
afterEach(() => fresh.close())

const claim: Story['claim'] = (...rules) => delivery.claim(...rules)
const settle: Story['settle'] = (claimed, sent) => delivery.settle(claimed, sent)
const breach = () => delivery.breach()
const sendingStatus = async () => (await fresh.db.sql`select status from alert_sending`)[0]?.status

test('a claim leases a notification to one worker only, however many ask at once', async () => {
  await seedChannel(fresh.db)
  await breach()
  const claims = await Promise.all([claim(), claim(), claim()])
  expect(claims.flat()).toHaveLength(1)
})

test('channels that are told the same share one message', async () => {
  await seedChannel(fresh.db)
  await seedChannel(fresh.db, { secrets: { webhook: 'another' } })
  await breach()
  await breach()
  const byAlert = Map.groupBy(await claim(), ({ alertId }) => alertId)
  const told = [...byAlert.values()].map((all) => all.map(({ message }) => message))
  expect(told.map((messages) => messages.length)).toEqual([2, 2])
  for (const [one, other] of told) expect(one).toBe(other)
  expect(new Set(told.flat()).size).toBe(2)
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
    await expect.poll(waiting).toBe(2)
    return { settled }
  })
  expect(await both.settled).toEqual(['settled', 'settled'])
  expect(await sendingStatus()).toBe('successful')
})

test('an alert waits for the last of its messages, whatever has arrived before', async () => {
  await seedChannel(fresh.db)
  await seedChannel(fresh.db, { secrets: { webhook: 'another' } })
  await breach()
  const [first, second] = await claim()
  await settle(first, outcome('delivered'))
  expect(await sendingStatus()).toBe('pending')
  await settle(second, outcome('delivered'))
  expect(await sendingStatus()).toBe('successful')
})

test('an alert of which something is sent again says so, also after something else has arrived', async () => {
  await seedChannel(fresh.db)
  await seedChannel(fresh.db, { secrets: { webhook: 'another' } })
  await breach()
  const [first, second] = await claim()
  await settle(first, outcome('transient'))
  expect(await sendingStatus()).toBe('sent_again')
  await settle(second, outcome('delivered'))
  expect(await sendingStatus()).toBe('sent_again')
})

test('a claim tells of how many channels something is due, though it has room for one', async () => {
  for (const webhook of ['one', 'two', 'three'])
    await seedChannel(fresh.db, { secrets: { webhook } })
  await breach()
  const report = await delivery.report({ limit: 1 })
  expect(report).toMatchObject({ claimed: [{ attempt: 1 }], channelsDue: 3 })
  await claim()
  expect(await delivery.report()).toMatchObject({ claimed: [], channelsDue: 0 })
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

test('what a dead worker was sending through a channel that is disabled now is sent no more', async () => {
  const channel = await seedChannel(fresh.db)
  const project = await breach()
  await claim()
  await fresh.db.sql`update channel set enabled = false where id = ${channel}`
  await fresh.clock.advance(seconds(31))
  const options = { lease: seconds(30), host: 'node-b', consoleUrl: 'https://highwater.example' }
  expect(await reapExpiredLeases(fresh.db, { ...options, jitter: () => 0.5 })).toBe(1)
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

test('what a worker is about to settle is not taken back, though its lease is over', async () => {
  await seedChannel(fresh.db)
  const project = await breach()
  const [late] = await claim()
  await fresh.clock.advance(seconds(31))
  const [holder] = await fresh.db.sql<{ worker: WorkerId }[]>`select worker from delivery_claim`
  const options = {
    jitter: () => 0.5,
    lease: seconds(30),
    host: 'node-a',
    consoleUrl: 'https://highwater.example',
  }
  expect(await reapExpiredLeases(fresh.db, { ...options, spared: holder?.worker })).toBe(0)
  expect(await settle(late, outcome('delivered'))).toBe('settled')
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
  await expect.poll(() => notices.length).toBe(2)
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

test('a robot that took a message and asks for peace over its second part gets nothing until then', async () => {
  await seedChannel(fresh.db)
  await breach()
  const [taken] = await claim()
  await breach()
  const retryAt = plus(await readNowFrom(fresh.db.sql), minutes(10))
  await settle(taken, { ...outcome('delivered'), kind: 'partial', refused: ['li'], retryAt })
  await fresh.clock.advance(minutes(9))
  expect(await claim()).toEqual([])
  await fresh.clock.advance(minutes(2))
  expect(await claim()).toHaveLength(1)
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
