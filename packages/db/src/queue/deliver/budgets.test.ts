import { seconds } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject, seedProjects } from '../../../testing/seed.ts'
import { storyOf } from '../queue.fixture.ts'
import type { ClaimOptions } from './claim.ts'
import { deliveryStoryOf, outcome } from './deliver.fixture.ts'

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

test('of channels that share a robot the one with the smaller budget counts for all', async () => {
  const costly = await seedChannel(fresh.db, { config: { mentions: 'twice' }, enabled: false })
  const channel = await seedChannel(fresh.db)
  await fresh.db.sql`
    update channel set budget_key = (select budget_key from channel where id = ${channel})
    where id = ${costly}`
  const rulesOf: ClaimOptions['rulesOf'] = (_kind, config) => {
    const isCostly = typeof config === 'object' && config !== null && 'mentions' in config
    return [{ count: isCostly ? 1 : 2, per: seconds(60) }]
  }
  await breach()
  const [first] = await claim([], rulesOf)
  await settle(first, outcome('delivered'))
  await breach()
  expect(await claim([], rulesOf)).toEqual([])
  await fresh.clock.advance(seconds(61))
  expect(await claim([], rulesOf)).toHaveLength(1)
})
