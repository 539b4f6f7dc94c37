import { type ChannelId, type ProjectId, seconds } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { adminContext, anAccount } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProjects } from '../../../testing/seed.ts'
import { beginUntilStill } from '../../../testing/standing-still.ts'
import { updateProject } from '../../commands/index.ts'
import { sendPastQuota } from '../channels/past-quota.ts'
import { peopleStoryOf } from '../outbox/people.fixture.ts'
import { routingStoryOf } from '../outbox/routing.fixture.ts'
import { deliveryStoryOf, outcome } from './deliver.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>
let delivery: ReturnType<typeof deliveryStoryOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  delivery = deliveryStoryOf(fresh)
})
afterEach(() => fresh.close())

const budget = [{ count: 2, per: seconds(60) }]

/** Something begins while a channel is being switched off by somebody; it must not wait for that. */
async function whileSwitchingOff(channel: ChannelId, begin: () => Promise<unknown>) {
  const underWay = await fresh.db.sql.begin(async (tx) => {
    await tx`select from channel where id = ${channel} for update`
    await tx`update channel set enabled = false where id = ${channel}`
    return beginUntilStill(fresh.db, begin)
  })
  await underWay.underWay
}

test('mail to somebody beyond the budget of the channel that carries it becomes one digest for them', async () => {
  const admin = await adminContext(fresh.db)
  const people = peopleStoryOf(fresh, admin)
  await people.nameMailChannel()
  await people.address(['owner'])
  const owner = (await anAccount(fresh.db)).actor.id
  const projects = await seedProjects(fresh.db, { count: 8, level: 'medium' })
  for (const project of projects) await updateProject(admin, { project, owner })
  await story.signal(projects, 1)
  await fresh.clock.advance(seconds(1))
  await story.signal(projects, 900)
  const first = await delivery.claim(budget)
  for (const one of first) await delivery.settle(one, outcome('delivered'))
  await fresh.clock.advance(seconds(61))
  const second = await delivery.claim(budget)
  for (const one of second) await delivery.settle(one, outcome('delivered'))
  const kinds = [...first, ...second].map(({ kind }) => kind)
  expect(kinds.at(-1)).toBe('digest')
  expect(await story.outbox()).not.toHaveProperty('firing pending')
})

test('mail to somebody that has waited long goes with what is urgent', async () => {
  const admin = await adminContext(fresh.db)
  const people = peopleStoryOf(fresh, admin)
  await people.nameMailChannel()
  await people.address(['owner'])
  const owner = (await anAccount(fresh.db)).actor.id
  const [project] = (await seedProjects(fresh.db, { count: 1, level: 'medium' })) as [ProjectId]
  await updateProject(admin, { project, owner })
  await story.signal([project], 1)
  await fresh.clock.advance(seconds(1))
  await story.signal([project], 900)
  await fresh.db.sql`
    insert into channel_bucket (key, sent_at)
    select budget_key, array[now()] from channel where person_id is null`
  const shut = [{ count: 1, per: seconds(900) }]
  expect(await delivery.claim(shut)).toEqual([])
  await fresh.db.sql`update channel_bucket set opens_at = null, opens_for_all_at = null`
  await fresh.clock.advance(seconds(400))
  expect(await delivery.claim(shut)).toEqual([])
  expect(await fresh.db.sql`select priority from notification where kind = 'firing'`).toEqual([
    { priority: 1 },
  ])
})

test('no digest is written for a channel that is being switched off while more waits than its robot takes', async () => {
  const channel = await seedChannel(fresh.db)
  await story.breach(await seedProjects(fresh.db, { count: 6 }))
  await whileSwitchingOff(channel, () => delivery.claim(budget))
  expect(await fresh.db.sql`select from digest`).toHaveLength(0)
})

test('what exceeds a quota is not handed on to a channel that is being switched off', async () => {
  const robot = await seedChannel(fresh.db)
  const deputy = await seedChannel(fresh.db, { secrets: { webhook: 'another' } })
  const { sql } = fresh.db
  await sql`update channel set monthly_quota = 3, fallback_channel_id = ${deputy} where id = ${robot}`
  const targets = { allChannels: false, channels: [robot], groups: [], period: null }
  await sql`update subscription set levels = ${sql.json({ high: targets, medium: targets, low: targets })}`
  await story.breach(await seedProjects(fresh.db, { count: 1 }))
  await sql`
    insert into channel_bucket (key, sent_at, month_start, month_sent)
    select budget_key, '{}',
      date_trunc('month', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai', 3
    from channel where id = ${robot}`
  await whileSwitchingOff(deputy, () => sendPastQuota(fresh.db, 10))
  expect(await story.outbox()).toEqual({ 'firing pending': 1 })
})
