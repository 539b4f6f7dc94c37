import { type ProjectId, seconds, toIso } from '@highwater/core'
import type { SignalInput } from '@highwater/core/project'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProject } from '../../../testing/seed.ts'
import { readNowFrom } from '../../client/now.ts'
import { readSteps } from '../../queries/project/steps.ts'
import { storyOf } from '../queue.fixture.ts'
import { ingestSignals } from './ingest.ts'

let fresh: FreshDatabase
let orders: ProjectId
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
beforeEach(async () => {
  orders = await seedProject(fresh.db)
})
afterAll(() => fresh.close())

/** Signals ten seconds apart, each in a batch of its own; answers the time before the last of them. */
async function send(...signals: Partial<SignalInput>[]): Promise<number> {
  let before = 0
  for (const signal of signals) {
    await fresh.clock.advance(seconds(10))
    before = await readNowFrom(fresh.db.sql)
    await storyOf(fresh).send(orders, signal)
  }
  return before
}

const steps = () => readSteps(fresh.db.orm, orders)
const states = async () => (await steps()).map(({ name, state }) => `${name} ${state}`)

test('steps are kept in the order in which they appeared, each with its own state', async () => {
  await send(
    { step: { name: 'PRE_CHECK', state: 'running' } },
    { step: { name: 'PRE_CHECK', state: 'finished' } },
    { step: { name: 'FULL_MIGRATION', state: 'running' } },
    { step: { name: 'INCR_SYNC', state: 'monitoring' }, latencySeconds: 1 },
    { step: { name: 'FULL_MIGRATION', state: 'failed' } },
  )
  expect(await states()).toEqual([
    'PRE_CHECK finished',
    'FULL_MIGRATION failed',
    'INCR_SYNC monitoring',
  ])
})

test('a step that goes on as before keeps the time since which it does', async () => {
  const step = { name: 'INCR_SYNC', state: 'running' } as const
  const first = await send({ step, latencySeconds: 1 })
  const last = await send({ step, latencySeconds: 2 }, { latencySeconds: 3 })
  const [only] = await steps()
  expect(only).toMatchObject({
    name: 'INCR_SYNC',
    state: 'running',
    isCurrent: true,
    firstSeenAt: only?.since,
  })
  expect(only?.since).toBeGreaterThanOrEqual(first)
  expect(only?.since).toBeLessThan(last)
  expect(only?.updatedAt).toBeGreaterThanOrEqual(last)
})

test('a signal that names no step speaks of the present one when the project turns', async () => {
  await send({ step: { name: 'INCR_SYNC', state: 'running' } }, { latencySeconds: 2 })
  const failed = await send({ state: 'interrupted' })
  const [only] = await steps()
  expect(only?.state).toBe('failed')
  expect(only?.since).toBeGreaterThanOrEqual(failed)
  await send({ state: 'paused' })
  expect(await states()).toEqual(['INCR_SYNC suspended'])
  await send({ latencySeconds: 1 })
  expect(await states()).toEqual(['INCR_SYNC running'])
})

test('of several signals in one batch the last word about each step counts', async () => {
  await fresh.clock.advance(seconds(60))
  const now = await readNowFrom(fresh.db.sql)
  const at = (ago: number) => toIso((now - ago * 1_000) as Parameters<typeof toIso>[0])
  const step = (name: string, state: string) => ({ name, state })
  await ingestSignals(
    fresh.db,
    [
      { project: orders, observedAt: at(30), step: step('full', 'running') },
      { project: orders, observedAt: at(20), step: step('full', 'finished') },
      { project: orders, observedAt: at(10), step: step('incremental', 'init') },
      { project: orders, observedAt: at(40), step: step('late', 'running') },
    ],
    { origin: 'pushed', mayWrite: () => true },
  )
  expect(await states()).toEqual(['full finished', 'incremental init'])
})

test('a sender that invents a step each time fills nothing', async () => {
  const names = Array.from({ length: 70 }, (_, index) => `step ${index}`)
  await send(...names.map((name) => ({ step: { name, state: 'running' as const } })))
  expect(await steps()).toHaveLength(64)
})
