import { type ProjectId, seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProjects } from '../../../testing/seed.ts'
import { routingStoryOf } from '../outbox/routing.fixture.ts'
import { deliveryStoryOf, goesOnSoon, outcome } from './deliver.fixture.ts'
import { giveUpLate } from './give-up-late.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>
let delivery: ReturnType<typeof deliveryStoryOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  delivery = deliveryStoryOf(fresh)
  await seedChannel(fresh.db)
})
afterEach(() => fresh.close())

const refused: SendOutcome = {
  kind: 'rejected',
  fault: 'settings',
  detail: {
    reason: 'keyword-missing',
    httpStatus: 200,
    providerCode: '310000',
    providerMessage: null,
  },
}

async function breach(count: number): Promise<ProjectId> {
  const projects = await seedProjects(fresh.db, { count })
  await story.breach(projects)
  const [first] = projects
  if (first === undefined) throw new Error('There is no project.')
  return first
}
const recover = (project: ProjectId) => story.keepReporting([[project, 1]], 8)

/** So many alerts at once that they are told in one digest, which waits. */
async function breachInDigest(): Promise<ProjectId> {
  const project = await breach(22)
  await fresh.clock.advance(seconds(6))
  await story.sendDigests()
  return project
}

/** It waits until it is not worth sending any more; what came after it still is. */
async function expire() {
  const [row] = await fresh.db.sql<{ left: number }[]>`
    select ceil(extract(epoch from deadline - now()))::int as left
    from notification where kind = 'digest' and state in ('pending', 'retrying')`
  await fresh.clock.advance(seconds((row?.left ?? 0) + 1))
  expect(await giveUpLate(fresh.db, 100)).toBe(1)
}

const ends = async () =>
  (await delivery.claim()).flatMap(({ message }) => (message.kind === 'resolved' ? [message] : []))

test('an end whose beginning was refused says that it is the first news, and how late it was found', async () => {
  const project = await breach(1)
  const [first] = await delivery.claim()
  await recover(project)
  await fresh.db.sql`update alert set detected_late_ms = 60000`
  await delivery.settle(first, refused)
  expect(await ends()).toMatchObject([
    { note: 'first_news_of_a_closed_alert', detectedLate: 60_000, closeReason: 'recovered' },
  ])
})

test('an end behind a digest that was refused says that it is the first news', async () => {
  const project = await breachInDigest()
  await recover(project)
  const [digest] = await delivery.claim()
  await delivery.settle(digest, refused)
  expect(await ends()).toMatchObject([{ note: 'first_news_of_a_closed_alert' }])
})

test('an end behind a digest that was given up at its deadline says that it is the first news', async () => {
  const project = await breachInDigest()
  await recover(project)
  await expire()
  expect(await ends()).toMatchObject([{ note: 'first_news_of_a_closed_alert' }])
})

test('an end follows a beginning that may have arrived, though its last attempt was refused', async () => {
  const project = await breach(1)
  const [first] = await delivery.claim()
  await delivery.settle(first, outcome('unknown'))
  await fresh.clock.advance(seconds(6))
  const [again] = await delivery.claim()
  await recover(project)
  await delivery.settle(again, refused)
  expect(await ends()).toMatchObject([{ note: null }])
})

test('an end follows a digest that was refused for good after a part of it had arrived', async () => {
  const project = await breachInDigest()
  const [digest] = await delivery.claim()
  await delivery.settle(digest, { ...refused, inPart: true })
  await recover(project)
  expect(await ends()).toMatchObject([{ note: null }])
})

test('an end follows a digest of which a part has arrived, though the rest was refused', async () => {
  const project = await breachInDigest()
  const [digest] = await delivery.claim()
  await delivery.settle(digest, goesOnSoon)
  await fresh.clock.advance(seconds(20))
  const [rest] = await delivery.claim()
  await delivery.settle(rest, refused)
  await recover(project)
  expect(await ends()).toMatchObject([{ note: null }])
})

test('an end behind a relapse that was refused is not told: the channel has heard of one before', async () => {
  const project = await breach(1)
  await story.deliver()
  await recover(project)
  await story.deliver()
  await story.keepReporting([[project, 90]], 1)
  const [relapse] = await delivery.claim()
  expect(relapse?.message).toMatchObject({ kind: 'firing', note: 'reopened' })
  await recover(project)
  await delivery.settle(relapse, refused)
  expect(await ends()).toEqual([])
  expect((await story.outboxOf(project)).at(-1)).toBe('resolved suppressed end_told_already')
})
