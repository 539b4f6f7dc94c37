import { hours, type Millis, minutes, type ProjectId, seconds } from '@highwater/core'
import type { SignalInput } from '@highwater/core/project'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import {
  acknowledgeAlert,
  type CommandContext,
  setProjectLevel,
  snoozeAlert,
} from '../../commands/index.ts'
import { storyOf } from '../queue.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>
let li: CommandContext
/** Synchronization at level high, synchronization at level medium, migration at level high. */
let orders: ProjectId
let billing: ProjectId
let archive: ProjectId
/** What each project goes on reporting, every half minute, until something else happens to it. */
const habits = new Map<ProjectId, Partial<SignalInput>>()

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  li = await adminContext(fresh.db)
  await seedChannel(fresh.db)
  orders = await seedProject(fresh.db, { namePrefix: 'orders' })
  billing = await seedProject(fresh.db, { namePrefix: 'billing', level: 'medium' })
  archive = await seedProject(fresh.db, { namePrefix: 'archive', kind: 'migration' })
  await fresh.db.sql`update project set expected_interval_seconds = 30`
})
afterAll(() => fresh.close())

/** From now on a project says this whenever it reports; null: it says nothing any more. */
async function says(project: ProjectId, signal: Partial<SignalInput> | null) {
  if (signal === null) habits.delete(project)
  else habits.set(project, signal)
  if (signal !== null) await story.send(project, signal)
  await story.evaluate()
}

/** Time passes: reports come in, the worker looks, and every message is delivered. */
async function pass(length: Millis) {
  for (let rest = length as number; rest > 0; rest -= seconds(30)) {
    await fresh.clock.advance(Math.min(rest, seconds(30)) as Millis)
    for (const [project, signal] of habits) await story.send(project, signal)
    await story.evaluate()
    await story.deliver()
  }
}

let heard = 0
/** The messages since the last time somebody looked at the robot's group. */
async function news(): Promise<string[]> {
  await story.deliver()
  const rows = await fresh.db.sql<{ sequence: string; said: string }[]>`
    select sequence, concat_ws(' ', split_part(message ->> 'subject', '-', 1), message ->> 'event',
      kind, message ->> 'closeReason', '(' || (message ->> 'note') || ')') as said
    from notification where state = 'delivered' and sequence > ${heard} order by sequence`
  heard = Number(rows.at(-1)?.sequence ?? heard)
  return rows.map(({ said }) => said)
}

const alertOf = async (project: ProjectId) => {
  const [row] = await fresh.db.sql<{ id: string }[]>`
    select id from alert where project_id = ${project} and closed_at is null`
  return row?.id ?? ''
}

it('One day of three projects', async () => {
  // Midnight. Everybody catches up, and the night is quiet.
  await says(orders, { latencySeconds: 2 })
  await says(billing, { latencySeconds: 10 })
  await says(archive, { latencySeconds: 1, step: { name: 'incremental sync', state: 'running' } })
  await pass(minutes(30))
  expect(await news()).toEqual([])

  // A nightly batch: orders falls a minute behind, the robot says so at once and again after 3 minutes.
  await says(orders, { latencySeconds: 70 })
  expect(await news()).toEqual(['orders sync_delay firing'])
  await pass(minutes(3))
  expect(await news()).toEqual(['orders sync_delay repeat'])

  // Billing is as far behind, but its level allows five minutes.
  await says(billing, { latencySeconds: 70 })
  await pass(minutes(1))
  expect(await news()).toEqual([])

  // Li takes the alert: no more repeats, and the recovery is told once it has lasted.
  await acknowledgeAlert(li, { alert: await alertOf(orders) })
  await pass(minutes(12))
  expect(await news()).toEqual([])
  await says(orders, { latencySeconds: 3 })
  await pass(seconds(30))
  expect(await news()).toEqual([])
  await pass(minutes(1))
  expect(await news()).toEqual(['orders sync_delay resolved recovered'])

  // Five minutes later the batch has a second wave: it is the same alert, and it says so.
  await pass(minutes(5))
  await says(orders, { latencySeconds: 45 })
  expect(await news()).toEqual(['orders sync_delay firing (reopened)'])
  await says(orders, { latencySeconds: 2 })
  await pass(minutes(2))
  expect(await news()).toEqual(['orders sync_delay resolved recovered'])

  // At three the source of billing is switched off; after 90 seconds of silence somebody is told.
  await says(billing, null)
  await pass(minutes(1))
  expect(await news()).toEqual([])
  await pass(minutes(1))
  expect(await news()).toEqual(['billing no_signal firing'])
  await says(billing, { latencySeconds: 20 })
  await pass(minutes(2))
  expect(await news()).toEqual(['billing no_signal resolved recovered'])

  // The migration breaks. Thirty seconds are allowed; then it is told, and told again.
  await says(archive, { state: 'failed', message: 'ORA-01555' })
  expect(await news()).toEqual([])
  await pass(minutes(1))
  expect(await news()).toEqual(['archive migration_failed firing'])

  // Li is in a meeting and snoozes it for twenty minutes. When that is over it is still broken.
  await snoozeAlert(li, { alert: await alertOf(archive), minutes: 20 })
  await pass(minutes(19))
  expect(await news()).toEqual([])
  await pass(minutes(1))
  expect(await news()).toEqual(['archive migration_failed repeat (snooze_ended)'])

  // It is paused to be mended: that ends the alert, and nobody calls it a recovery.
  await says(archive, { state: 'paused' })
  expect(await news()).toEqual(['archive migration_failed resolved project_paused'])
  await pass(minutes(40))
  expect(await news()).toEqual([])

  // It runs again, an hour behind. Two minutes of grace, and then it is behind indeed.
  await says(archive, { state: 'running', latencySeconds: 3_600 })
  await says(archive, { latencySeconds: 3_600 })
  await pass(seconds(90))
  expect(await news()).toEqual([])
  await pass(minutes(1))
  expect(await news()).toEqual(['archive migration_delay firing'])

  // Somebody sets its level to low by mistake, which closes the alert, and takes that back at once.
  await setProjectLevel(li, { project: archive, level: 'none' })
  await story.evaluate()
  expect(await news()).toEqual(['archive migration_delay resolved protection_removed'])
  await setProjectLevel(li, { project: archive, level: 'high' })
  await says(archive, { latencySeconds: 3_600 })
  expect(await news()).toEqual(['archive migration_delay firing'])
  await says(archive, { latencySeconds: 4 })
  await pass(minutes(2))
  expect(await news()).toEqual(['archive migration_delay resolved recovered'])

  // In the afternoon billing falls behind, within its level, until it is made a high one.
  await says(billing, { latencySeconds: 400 })
  expect(await news()).toEqual(['billing sync_delay firing'])
  await setProjectLevel(li, { project: billing, level: 'high' })
  await story.evaluate()
  expect(await news()).toEqual(['billing sync_delay repeat (level_raised)'])
  await says(billing, { latencySeconds: 2 })
  await pass(minutes(2))
  expect(await news()).toEqual(['billing sync_delay resolved recovered'])

  // The link of orders is bad: good, bad, good, bad. After the fourth turn the robot says only that.
  await pass(hours(1))
  for (const latencySeconds of [90, 2, 90, 2, 90]) {
    await says(orders, { latencySeconds })
    await pass(seconds(30))
  }
  expect(await news()).toEqual(['orders sync_delay firing', 'orders sync_delay repeat (flapping)'])
  for (const latencySeconds of [2, 90, 2, 90, 2, 90]) {
    await says(orders, { latencySeconds })
    await pass(seconds(30))
  }
  expect(await news()).toEqual([])

  // It gets twice as bad, which is worth a word; then the link is mended, and half an hour proves it.
  await says(orders, { latencySeconds: 200 })
  expect(await news()).toEqual(['orders sync_delay repeat (peak_doubled)'])
  await says(orders, { latencySeconds: 2 })
  await pass(minutes(29))
  expect(await news()).toEqual([])
  await pass(minutes(1))
  expect(await news()).toEqual(['orders sync_delay resolved recovered'])

  // Late in the evening the worker is down for an hour. What it missed it tells once, and as late.
  await fresh.clock.advance(seconds(30))
  await story.send(archive, { state: 'failed' })
  await fresh.clock.advance(hours(1))
  for (const project of [orders, billing]) await story.send(project, { latencySeconds: 1 })
  await story.evaluate()
  expect(await news()).toEqual(['archive migration_failed firing'])
  const [late] = await fresh.db.sql`
    select detected_late_ms::int / 60000 as minutes from alert order by number desc limit 1`
  expect(late).toEqual({ minutes: 59 })

  // The migration is released at midnight. Nothing is left open, and nothing is left to say.
  await says(archive, { state: 'released' })
  expect(await news()).toEqual(['archive migration_failed resolved project_released'])
  habits.delete(archive)
  await pass(minutes(10))
  expect(await news()).toEqual([])
  const open = await fresh.db.sql`select event from alert where closed_at is null`
  expect(open).toEqual([])
}, 120_000)
