import { type Instant, minutes, type ProjectId } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { adminContext, aProject } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel } from '../../../testing/seed.ts'
import { setParameters } from '../../../testing/set-parameters.ts'
import { readNowFrom } from '../../client/now.ts'
import { type CommandContext, createSilence } from '../../commands/index.ts'
import { deliveryStoryOf, goesOnSoon, outcome } from '../deliver/deliver.fixture.ts'
import { routingStoryOf } from '../outbox/routing.fixture.ts'
import { holdUnsent } from './hold-unsent.ts'
import { settleReleased } from './settle-released.ts'
import { turnSilences } from './turn-silences.ts'

const consoleUrl = 'https://highwater.example'
let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>
let delivery: ReturnType<typeof deliveryStoryOf>
let admin: CommandContext
let noisy: ProjectId[]
let other: ProjectId

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  delivery = deliveryStoryOf(fresh)
  admin = await adminContext(fresh.db)
  await seedChannel(fresh.db)
  await fresh.db.sql`
    update channel set aggregation = ${fresh.db.sql.json({ windowSeconds: 600, groupBy: ['event'] })}`
  // Nobody falls silent while a window passes.
  await setParameters(fresh.db, { noSignalAtLeastSeconds: 86_400 })
  const make = (name: string, tags: string[]) =>
    aProject(admin, { name, tags, protectionLevel: 'high' })
  noisy = [await make('first', ['noisy']), await make('second', ['noisy'])]
  other = await make('other', [])
})
afterEach(() => fresh.close())

async function silence(until: number) {
  const now = await readNowFrom(fresh.db.sql)
  const end = (now + minutes(until)) as Instant
  await createSilence(admin, { name: 'upgrade', until: end, tags: ['noisy'] })
  await work()
}
/** What the worker's cycle does. */
async function work() {
  await holdUnsent(fresh.db, { consoleUrl })
  await turnSilences(fresh.db, 100)
  await settleReleased(fresh.db, { limit: 100, consoleUrl })
}
/** The first alert is told at once; a window gathers those of the others. */
async function gather() {
  const begun = await aProject(admin, { name: 'begun', protectionLevel: 'high' })
  await story.breach([begun])
  await story.breach([...noisy, other])
  expect(await story.deliver()).toEqual(['firing'])
}
const named = async () =>
  (await story.digests()).map(({ members }) => members.map(({ subject }) => subject))

test('a digest that gathers does not name what a silence hides by then, and its end tells it', async () => {
  await gather()
  await silence(30)
  await fresh.clock.advance(minutes(11))
  await story.sendDigests()
  expect(await named()).toEqual([['other']])
  await story.deliver()
  const sent = (project: ProjectId) => story.messagesOf(project)
  expect(await sent(noisy[0] as ProjectId)).toEqual([])
  expect(await story.outboxOf(noisy[0] as ProjectId)).toEqual(['firing suppressed silenced'])
  await fresh.db.sql`update channel set aggregation = null`
  await fresh.clock.advance(minutes(31))
  await work()
  expect(await sent(noisy[0] as ProjectId)).toEqual(['firing: silence_ended'])
  expect(await sent(other)).toEqual([])
})

test('a digest that waits to be sent is written anew, and held where nothing is left of it', async () => {
  await gather()
  await fresh.clock.advance(minutes(11))
  await story.sendDigests()
  await silence(30)
  expect(await named()).toEqual([['other']])
  expect(await story.digests()).toMatchObject([{ count: 1 }])
  const now = await readNowFrom(fresh.db.sql)
  await createSilence(admin, { name: 'all', until: (now + minutes(30)) as Instant })
  await work()
  expect((await story.outbox())['digest suppressed silenced']).toBe(1)
  expect(await story.deliver()).toEqual([])
})

/** The digest is due, and its first attempt ends like this. */
async function tryDigest(sent: SendOutcome) {
  await gather()
  await fresh.clock.advance(minutes(11))
  await story.sendDigests()
  const [digest] = await delivery.claim()
  expect(digest?.kind).toBe('digest')
  await delivery.settle(digest, sent)
}
test.each([outcome('unknown'), goesOnSoon])(
  'a digest that may have arrived, or in part ($kind), keeps its alerts, and their ends are told',
  async (sent) => {
    await tryDigest(sent)
    await silence(60)
    expect(await named()).toEqual([['first', 'second', 'other']])
    await fresh.clock.advance(minutes(1))
    await story.deliver()
    await story.keepReporting(
      noisy.map((project) => [project, 1] as const),
      8,
    )
    expect(await story.outboxOf(noisy[0] as ProjectId)).toContain('resolved pending')
  },
)

test('a digest that was refused as a whole does not name what a silence hides', async () => {
  await tryDigest(outcome('transient'))
  await silence(30)
  expect(await named()).toEqual([['other']])
})

test('a digest whose alerts are told one by one keeps them once it was tried', async () => {
  await fresh.db.sql`update channel set kind = 'pagerduty'`
  await tryDigest(outcome('transient'))
  await silence(30)
  expect(await named()).toEqual([['first', 'second', 'other']])
})

test('a digest that is written anew says of its other alerts what it said: their ends wait behind it', async () => {
  await gather()
  await fresh.clock.advance(minutes(11))
  await story.sendDigests()
  await story.keepReporting([[other, 1]], 8)
  await silence(30)
  expect(await named()).toEqual([['other']])
  expect((await story.digests())[0]?.members).toMatchObject([{ state: 'firing' }])
  expect(await story.outboxOf(other)).toContain('resolved pending')
})
