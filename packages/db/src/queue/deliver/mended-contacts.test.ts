import { hours, minutes, type UserId } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { adminContext, anAccount, aProject, contextOf } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import {
  type CommandContext,
  requestChannelTest,
  requestContactTest,
  updateContacts,
  updateProject,
} from '../../commands/index.ts'
import { watchChannels } from '../channels/watch-channels.ts'
import { peopleStoryOf } from '../outbox/people.fixture.ts'
import { routingStoryOf } from '../outbox/routing.fixture.ts'
import { deliveryStoryOf, outcome } from './deliver.fixture.ts'

let fresh: FreshDatabase
let own: CommandContext
let admin: CommandContext
let owner: UserId
let people: ReturnType<typeof peopleStoryOf>
let delivery: ReturnType<typeof deliveryStoryOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
  people = peopleStoryOf(fresh, admin)
  delivery = deliveryStoryOf(fresh)
  const { actor } = await anAccount(fresh.db)
  owner = actor.id
  own = contextOf(fresh.db, actor)
  await people.address(['owner'])
})
afterEach(() => fresh.close())

const saveRobot = (robot: { enabled?: boolean; secrets?: { webhook: string } }) =>
  updateContacts(own, { robots: { dingtalk: robot } })

/** What is to be told to the owner waits for its next attempt, as the channels failed just now. */
async function breachAndCutOff() {
  const project = await aProject(admin, { protectionLevel: 'high' })
  await updateProject(admin, { project, owner })
  await routingStoryOf(fresh).breach([project])
  await fresh.db.sql`
    update channel set breaker_opened_at = now(), failures = 5, failing_since = now(), probes = 6,
      probe_at = now() + interval '15 minutes'`
  await fresh.db.sql`
    update notification set state = 'retrying', attempts = 1,
      next_attempt_at = now() + interval '15 minutes'
    where state = 'pending'`
  await fresh.clock.advance(minutes(1))
}

const claimedKinds = async () => (await people.claim()).map(({ channelKind }) => channelKind)

/** Sends the test that is due, and nothing else, with success. */
async function deliverTest() {
  const [tested, ...others] = await delivery.claim()
  expect([tested?.kind, others.length]).toEqual(['test', 0])
  await delivery.settle(tested, outcome('delivered'))
}

test('an own robot with new settings is probed at once', async () => {
  await saveRobot({ secrets: { webhook: 'wrong' } })
  await breachAndCutOff()
  await saveRobot({ enabled: true })
  expect(await claimedKinds()).toEqual([])
  await saveRobot({ secrets: { webhook: 'right' } })
  expect(await claimedKinds()).toEqual(['dingtalk'])
})

test('what was put off for hours to come is no probe of an own robot with new settings', async () => {
  await saveRobot({ secrets: { webhook: 'wrong' } })
  await breachAndCutOff()
  await fresh.db.sql`
    update notification set state = 'pending', attempts = 0 where state = 'retrying'`
  await saveRobot({ secrets: { webhook: 'right' } })
  expect(await claimedKinds()).toEqual([])
})

test('an own robot whose test arrives is cut off no longer', async () => {
  await saveRobot({ secrets: { webhook: 'blocked' } })
  await breachAndCutOff()
  await requestContactTest(own, { kind: 'dingtalk' })
  await deliverTest()
  const robots = await fresh.db.sql`
    select health, breaker_opened_at, catch_up_since is not null as catches_up from channel
    where kind = 'dingtalk'`
  expect(robots).toEqual([{ health: 'working', breaker_opened_at: null, catches_up: true }])
})

test('an own robot that is switched on again begins anew, however long it was off', async () => {
  await saveRobot({ secrets: { webhook: 'wrong' } })
  await breachAndCutOff()
  await saveRobot({ enabled: false })
  await fresh.clock.advance(hours(120))
  await saveRobot({ enabled: true })
  await watchChannels(fresh.db, { limit: 10, consoleUrl: 'https://highwater.example' })
  expect(await fresh.db.sql`select from alert where event = 'channel_down'`).toHaveLength(0)
})

test('a mailbox that is switched on again begins anew', async () => {
  await people.nameMailChannel()
  await breachAndCutOff()
  await updateContacts(own, { mail: false })
  await updateContacts(own, { mail: true })
  const mailboxes = await fresh.db.sql`
    select failures, breaker_opened_at, probe_at from channel where person_id = ${owner}`
  expect(mailboxes).toEqual([{ failures: 0, breaker_opened_at: null, probe_at: null }])
})

test('a mailbox whose test arrives is probed at once', async () => {
  await people.nameMailChannel()
  await breachAndCutOff()
  await requestContactTest(own, { kind: 'email' })
  await deliverTest()
  expect(await claimedKinds()).toEqual(['email'])
})

test('mailboxes are probed at once when a test of the channel that carries mail arrives', async () => {
  const channel = await people.nameMailChannel()
  await breachAndCutOff()
  await requestChannelTest(admin, { channel })
  await deliverTest()
  expect(await claimedKinds()).toEqual(['email'])
})

test('a test of other settings than the stored ones frees no mailbox', async () => {
  const channel = await people.nameMailChannel()
  await breachAndCutOff()
  await requestChannelTest(admin, { channel, config: { host: 'other.example.com' } })
  await deliverTest()
  expect(await claimedKinds()).toEqual([])
})
