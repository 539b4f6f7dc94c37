import { type ChannelId, seconds } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { adminContext, anAccount } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { type CommandContext, deleteChannel, updateProject } from '../../commands/index.ts'
import { readPlannedChannels } from '../outbox/load-channels.ts'
import { peopleStoryOf } from '../outbox/people.fixture.ts'
import { routingStoryOf } from '../outbox/routing.fixture.ts'
import { deliveryStoryOf, outcome } from './deliver.fixture.ts'

let fresh: FreshDatabase
let delivery: ReturnType<typeof deliveryStoryOf>
let admin: CommandContext

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  delivery = deliveryStoryOf(fresh)
  admin = await adminContext(fresh.db)
})
afterEach(() => fresh.close())

const allow = (channel: ChannelId, monthly: number) =>
  fresh.db.sql`update channel set monthly_quota = ${monthly} where id = ${channel}`
const isSpent = async (channel: ChannelId) => {
  const all = await fresh.db.sql.begin((tx) => readPlannedChannels(tx, [], []))
  return all.find(({ id }) => id === channel)?.quotaSpent
}
/** Sends what is due, and says to how many it went. */
async function send(): Promise<number> {
  const claimed = await delivery.claim()
  for (const one of claimed) await delivery.settle(one, outcome('delivered'))
  await fresh.clock.advance(seconds(1))
  return claimed.length
}

test('of channels that share a robot the smallest quota counts for each, also while the other has nothing to say', async () => {
  const counted = await seedChannel(fresh.db)
  const other = await seedChannel(fresh.db)
  await allow(counted, 2)
  await fresh.db.sql`update channel set enabled = false where id = ${counted}`
  const sent: number[] = []
  for (let alerts = 0; alerts < 3; alerts += 1) {
    await delivery.breach()
    sent.push(await send())
  }
  expect(sent).toEqual([1, 1, 0])
  expect(await isSpent(other)).toBe(true)
})

test('a robot is asked again what it may be sent once the channel with the quota is gone', async () => {
  const counted = await seedChannel(fresh.db)
  const other = await seedChannel(fresh.db)
  await allow(counted, 1)
  await fresh.db.sql`update channel set enabled = false where id = ${counted}`
  await delivery.breach()
  expect(await send()).toBe(1)
  await delivery.breach()
  expect(await send()).toBe(0)
  await deleteChannel(admin, { channel: counted })
  expect(await isSpent(other)).toBe(false)
  expect(await send()).toBe(1)
})

test('mail to people counts in the quota of the channel that carries it, and waits once that is spent', async () => {
  const people = peopleStoryOf(fresh, admin)
  const routing = routingStoryOf(fresh)
  const mail = await people.nameMailChannel()
  await allow(mail, 2)
  await people.address(['owner'])
  const projects = [
    await seedProject(fresh.db),
    await seedProject(fresh.db),
    await seedProject(fresh.db),
  ]
  for (const project of projects) {
    await updateProject(admin, { project, owner: (await anAccount(fresh.db)).actor.id })
  }
  await routing.breach(projects)
  expect(await send()).toBe(2)
  expect(await send()).toBe(0)
  expect(await isSpent(mail)).toBe(true)
})
