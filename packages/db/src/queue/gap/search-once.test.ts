import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { minutes, type ProjectId } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject, seedProjects } from '../../../testing/seed.ts'
import { gapStoryOf } from './gap.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof gapStoryOf>
let orders: ProjectId

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = gapStoryOf(fresh)
  await seedChannel(fresh.db)
  orders = await seedProject(fresh.db)
  await story.begin([orders])
})
afterEach(() => fresh.close())

test('two workers find everything once, and tell it once', async () => {
  await story.comeAndGo(orders)
  await story.comeBack()
  const reports = await Promise.all([story.search(), story.search(), story.search()])
  expect(reports.map(({ found }) => found).sort()).toEqual([0, 0, 1])
  await story.search()
  expect(await story.alertsOf(orders)).toHaveLength(1)
  expect(await story.gapDigests()).toHaveLength(1)
})

test('a worker that dies in the middle leaves the search to the next one', async () => {
  await story.comeAndGo(orders)
  await story.comeBack()
  const worker = fileURLToPath(new URL('./dying-worker.fixture.ts', import.meta.url))
  await fresh.db.sql.begin(async (tx) => {
    await tx`lock table notification in share row exclusive mode`
    const child = fork(worker, [fresh.url], { execArgv: [] })
    const died = once(child, 'exit')
    const isWriting = async () => {
      const [row] = await fresh.db.sql`
        select from pg_stat_activity
        where datname = current_database() and application_name = 'dying worker'
          and wait_event_type = 'Lock'`
      return row !== undefined
    }
    await expect.poll(isWriting).toBe(true)
    child.kill('SIGKILL')
    expect(await died).toEqual([null, 'SIGKILL'])
  })
  await expect.poll(() => story.searchAll()).toBe(1)
  expect(await story.alertsOf(orders)).toHaveLength(1)
  expect(await story.gapDigests()).toMatchObject([{ count: 1 }])
})

test('a search that begins anew finds nothing twice', async () => {
  await story.comeAndGo(orders)
  await story.comeBack()
  expect(await story.searchAll()).toBe(1)
  await fresh.db.sql`update gap_search set finished_at = null, searched_up_to = null`
  await story.sendDigests()
  expect(await story.searchAll()).toBe(0)
  expect(await story.gapDigests()).toHaveLength(1)
})

test('a second gap waits until the first one has been told', async () => {
  await story.comeAndGo(orders)
  await story.comeBack()
  await story.begin([orders])
  await story.comeAndGo(orders)
  await story.comeBack()
  expect(await story.search(1)).toMatchObject({ found: 1, more: true })
  expect(await story.search(1)).toMatchObject({ taken: 0 })
  expect(await story.search(1)).toEqual({ taken: 0, found: 0, more: false })
  expect(await story.gapDigests()).toMatchObject([{ count: 1 }])
  expect(await story.searchAll(1)).toBe(1)
  expect(await story.gapDigests()).toHaveLength(2)
})

test('a thousand projects that came and went are searched in portions and told in one digest', async () => {
  const projects = await seedProjects(fresh.db, { count: 1_000 })
  await fresh.db.sql`select prepare_signal_partitions(2)`
  await fresh.clock.advance(minutes(15))
  // Each caught up, fell behind for a minute and a half and recovered, within five minutes.
  await fresh.db.sql`
    insert into signal (project_id, origin, observed_at, received_at, latency_ms, late)
    select p, 'pushed', now() - interval '5 minutes' + make_interval(secs => second),
      now() - interval '5 minutes' + make_interval(secs => second), behind, false
    from unnest(${projects}::uuid[]) as p
    cross join (values (0, 1000), (30, 90000), (60, 90000), (90, 90000), (120, 1000), (150, 1000),
      (180, 1000), (210, 1000), (240, 1000), (270, 1000)) as t (second, behind)`
  await story.comeBack()
  const first = await story.search(300)
  expect(first).toEqual({ taken: 300, found: 300, more: true })
  expect(await story.gapDigests()).toEqual([])
  expect(first.found + (await story.searchAll(300))).toBe(1_000)
  expect(await story.gapDigests()).toMatchObject([{ count: 1_000 }])
})
