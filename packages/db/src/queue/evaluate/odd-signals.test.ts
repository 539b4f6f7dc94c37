import { type Millis, minus, minutes, type ProjectId, plus, seconds, toIso } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { readNowFrom } from '../../client/now.ts'
import { storyOf } from '../queue.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>
let orders: ProjectId
beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  await seedChannel(fresh.db)
  orders = await seedProject(fresh.db)
  await story.report(orders, 1, 3)
})
afterEach(() => fresh.close())

const fromNow = async (length: Millis) => toIso(plus(await readNowFrom(fresh.db.sql), length))
const ago = async (length: Millis) => toIso(minus(await readNowFrom(fresh.db.sql), length))

it('A signal out of order is kept as history, flagged late, and moves nothing', async () => {
  const answer = await story.send(orders, {
    latencySeconds: 900,
    observedAt: await ago(seconds(15)),
  })
  await story.evaluate()
  expect(answer).toMatchObject({ accepted: 0, late: 1 })
  expect(await story.alertsOf(orders)).toEqual([])
  const [row] = await fresh.db.sql`select count(*)::int as late from signal where late`
  expect(row?.late).toBe(1)
})

it('A late good signal ends nothing', async () => {
  await story.report(orders, 90, 2)
  await story.send(orders, { latencySeconds: 0, observedAt: await ago(seconds(5)) })
  await story.wait(seconds(1))
  expect(await story.alertsOf(orders)).toMatchObject([{ state: 'firing' }])
})

it('A signal with a known id is acknowledged and ignored', async () => {
  await fresh.clock.advance(seconds(10))
  await story.send(orders, { id: 'one', latencySeconds: 1 })
  await fresh.clock.advance(seconds(10))
  expect(await story.send(orders, { id: 'one', latencySeconds: 900 })).toMatchObject({
    duplicates: 1,
  })
  await story.evaluate()
  expect(await story.alertsOf(orders)).toEqual([])
})

it.each([4, 600])(
  'A signal %i s ahead is clamped, and blinds the project to nothing',
  async (s) => {
    await fresh.clock.advance(seconds(10))
    await story.send(orders, { latencySeconds: 1, observedAt: await fromNow(seconds(s)) })
    await story.report(orders, 90, 1)
    expect(await story.alertsOf(orders)).toMatchObject([{ event: 'sync_delay', state: 'firing' }])
  },
)

it('A signal more than an hour ahead is refused with the measured skew, and moves nothing', async () => {
  const observedAt = await fromNow(minutes(61))
  const { rejected } = await story.send(orders, { latencySeconds: 900, observedAt })
  expect(rejected).toMatchObject([{ code: 'future', message: expect.stringContaining('3660 s') }])
  await story.evaluate()
  expect(await story.alertsOf(orders)).toEqual([])
})

it('A position ahead of our clock is no negative latency, and grows truthfully from now on', async () => {
  await fresh.clock.advance(seconds(10))
  await story.send(orders, { positionTime: await fromNow(minutes(10)) })
  await story.wait(seconds(31))
  expect(await story.alertsOf(orders)).toMatchObject([{ event: 'sync_delay', state: 'firing' }])
})
