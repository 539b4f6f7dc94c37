import { type ChannelId, minutes } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProjects } from '../../../testing/seed.ts'
import { setParameters } from '../../../testing/set-parameters.ts'
import { deliveryStoryOf, outcome } from '../deliver/deliver.fixture.ts'
import { routingStoryOf } from '../outbox/routing.fixture.ts'
import { catchUpChannels } from './catch-up.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>
let delivery: ReturnType<typeof deliveryStoryOf>
let channel: ChannelId
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  delivery = deliveryStoryOf(fresh)
  channel = await seedChannel(fresh.db)
  // Nobody falls silent while a window passes.
  await setParameters(fresh.db, { noSignalAtLeastSeconds: 86_400 })
})
afterEach(() => fresh.close())

const aggregate = (windowSeconds: number | null) => fresh.db.sql`
  update channel set aggregation = ${
    windowSeconds === null ? null : fresh.db.sql.json({ windowSeconds, groupBy: ['event'] })
  }`
const cutOff = () => fresh.db.sql`
  update channel set breaker_opened_at = now(), failures = 5, failing_since = now(),
    probe_at = now() + interval '1 day'`
const recover = () => fresh.db.sql`
  update channel set catch_up_since = breaker_opened_at, breaker_opened_at = null, failures = 0,
    failing_since = null, probe_at = null
  where id = ${channel}`

test('what a digest was to say before the outage ended is told once, as it stands now', async () => {
  await aggregate(600)
  const projects = await seedProjects(fresh.db, { count: 3 })
  await story.breach(projects)
  expect(await story.deliver()).toEqual(['firing'])
  await cutOff()
  await fresh.clock.advance(minutes(11))
  await story.sendDigests()
  await aggregate(null)
  await story.keepReporting(
    projects.map((project) => [project, 1]),
    8,
  )
  await recover()
  await catchUpChannels(fresh.db, { consoleUrl: 'https://highwater.example' })
  const [told, ...more] = await delivery.claim()
  expect(more).toEqual([])
  expect(told?.message).toMatchObject({
    kind: 'digest',
    why: 'outage',
    count: 3,
    members: [{ state: 'closed' }, { state: 'closed' }, { state: 'closed' }],
    withheld: { from: expect.any(Number), to: expect.any(Number) },
  })
  await delivery.settle(told, outcome('delivered'))
  expect(await delivery.claim()).toEqual([])
})

test('alerts of a digest that may have arrived before the outage are ended, though the next one fails', async () => {
  await aggregate(600)
  const projects = await seedProjects(fresh.db, { count: 3 })
  await story.breach(projects)
  expect(await story.deliver()).toEqual(['firing'])
  await fresh.clock.advance(minutes(11))
  await story.sendDigests()
  const [lost] = await delivery.claim()
  await delivery.settle(lost, outcome('unknown'))
  await cutOff()
  await recover()
  await catchUpChannels(fresh.db, { consoleUrl: 'https://highwater.example' })
  const [told] = await delivery.claim()
  expect(told?.message).toMatchObject({ kind: 'digest', why: 'outage', count: 2 })
  const { detail } = outcome('transient')
  await delivery.settle(told, { kind: 'rejected', fault: 'settings', detail })
  await aggregate(null)
  await story.keepReporting(
    projects.map((project) => [project, 1]),
    8,
  )
  expect((await story.outbox())['resolved pending']).toBe(3)
})
