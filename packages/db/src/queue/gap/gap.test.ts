import { minutes, seconds, type WorkerId } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel } from '../../../testing/seed.ts'
import { readNowFrom } from '../../client/now.ts'
import { recordCycle } from '../heartbeat.ts'
import { thingAlertsOf } from '../standing/things.fixture.ts'
import { readLastGap } from './last-gap.ts'
import { noteEvaluationGap } from './note-gap.ts'

let fresh: FreshDatabase
let alerts: ReturnType<typeof thingAlertsOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  alerts = thingAlertsOf(fresh.db)
  await seedChannel(fresh.db)
})
afterEach(() => fresh.close())

const note = () => noteEvaluationGap(fresh.db, 'https://highwater.example')
/** A run of the evaluation, by whichever worker. */
const run = (failure: string | null = null) =>
  recordCycle(fresh.db, {
    name: 'evaluate',
    worker: 'w' as WorkerId,
    durationMs: 3,
    taken: 0,
    figures: {},
    failure,
  })

test('The very first evaluation ends no gap', async () => {
  expect(await note()).toBeNull()
  await run()
  expect(await note()).toBeNull()
  expect(await readLastGap(fresh.db.sql)).toBeNull()
})

test('A pause within the limit is no gap, one beyond it is recorded with its ends', async () => {
  await run()
  await fresh.clock.advance(seconds(58))
  expect(await note()).toBeNull()
  const from = await readNowFrom(fresh.db.sql)
  await run()
  await fresh.clock.advance(minutes(60))
  const gap = await note()
  expect((gap?.from ?? 0) - from).toBeLessThan(2_000)
  expect((gap?.to ?? 0) - (gap?.from ?? 0)).toBeGreaterThanOrEqual(minutes(60))
  expect(await readLastGap(fresh.db.sql)).toEqual(gap)
})

test('A gap is one alert that is over at once, with one message and both ends in its timeline', async () => {
  await run()
  await fresh.clock.advance(minutes(12))
  const gap = await note()
  expect(await alerts.list()).toEqual(['evaluation_gap recovered'])
  expect(await alerts.timeline('evaluation_gap')).toEqual(['fire', 'close: recovered'])
  expect(await alerts.told('evaluation_gap')).toEqual(['firing'])
  const [fired] = await fresh.db.sql`select detail from alert_event where type = 'fire'`
  expect(fired?.detail).toEqual({ from: gap?.from, to: gap?.to })
})

test('Two workers that start together record one gap', async () => {
  await run()
  await fresh.clock.advance(minutes(12))
  const gaps = await Promise.all([note(), note(), note()])
  expect(gaps.filter((gap) => gap !== null)).toHaveLength(1)
  expect(await alerts.list()).toHaveLength(1)
})

test('Runs that fail judge nobody: they leave a gap like no run at all', async () => {
  await run()
  for (let minute = 0; minute < 3; minute += 1) {
    await fresh.clock.advance(minutes(1))
    await run('no connection')
  }
  const gap = await note()
  expect((gap?.to ?? 0) - (gap?.from ?? 0)).toBeGreaterThanOrEqual(minutes(3))
})
