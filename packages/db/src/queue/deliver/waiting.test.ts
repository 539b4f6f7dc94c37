import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel } from '../../../testing/seed.ts'
import { deliveryStoryOf, outcome } from './deliver.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof deliveryStoryOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = deliveryStoryOf(fresh)
  await seedChannel(fresh.db)
  await story.breach()
})
afterEach(() => fresh.close())

const waiting = () =>
  fresh.db.sql`
    select n.state, w.priority, w.next_attempt_at = n.next_attempt_at as "isWhenItIsDue"
    from notification_waiting w join notification n on n.id = w.id`

/** How often a row was written beside its old version, without a word to any index, and how often not. */
const updates = async () => {
  await fresh.db.sql`select pg_stat_force_next_flush()`
  const [row] = await fresh.db.sql`
    select n_tup_upd::int as "all", n_tup_hot_upd::int as "withoutIndexes"
    from pg_stat_user_tables where relname = 'notification'`
  return row
}

test('what is written waits until a claim takes it', async () => {
  expect(await waiting()).toMatchObject([{ state: 'pending', isWhenItIsDue: true }])
  await story.claim()
  expect(await waiting()).toEqual([])
})

test('what failed for now waits again, for its next attempt', async () => {
  const [claimed] = await story.claim()
  await story.settle(claimed, outcome('transient'))
  expect(await waiting()).toMatchObject([{ state: 'retrying', isWhenItIsDue: true }])
})

test('what is put off or preferred waits in its new place', async () => {
  await fresh.db
    .sql`update notification set priority = 7, next_attempt_at = now() + interval '1 hour'`
  expect(await waiting()).toMatchObject([{ priority: 7, isWhenItIsDue: true }])
})

test('what is taken back waits no more, and what is sent again does', async () => {
  await fresh.db.sql`update notification set state = 'cancelled', next_attempt_at = null`
  expect(await waiting()).toEqual([])
  await fresh.db.sql`update notification set state = 'pending', next_attempt_at = now()`
  expect(await waiting()).toMatchObject([{ state: 'pending', isWhenItIsDue: true }])
})

test('neither a claim nor the receipt of a delivery touches an index', async () => {
  const [claimed] = await story.claim()
  await story.settle(claimed, outcome('delivered'))
  await expect.poll(updates).toEqual({ all: 2, withoutIndexes: 2 })
})

test('a claim reads what waits by its index, never from end to end', async () => {
  const scans = async () => {
    const [row] = await fresh.db.sql<{ fromEndToEnd: number; byIndex: number }[]>`
      select seq_scan::int as "fromEndToEnd", idx_scan::int as "byIndex"
      from pg_stat_user_tables where relname = 'notification_waiting'`
    return row
  }
  // By what the planner now knows there is next to nothing, for which no index is worth its while.
  await fresh.db.sql`analyze notification_waiting`
  await story.claim()
  await expect.poll(async () => (await scans())?.byIndex).toBeGreaterThan(0)
  expect(await scans()).toMatchObject({ fromEndToEnd: 0 })
})

test('before anything is known of the tables, older news is looked for by its alert', async () => {
  const scans = async () => {
    const rows = await fresh.db.sql<{ name: string; count: number }[]>`
      select indexrelname as name, idx_scan::int as count from pg_stat_user_indexes
      where indexrelname in ('notification_of_alert', 'notification_of_channel')`
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
  }
  const before = await scans()
  await story.claim()
  await expect
    .poll(async () => (await scans()).notification_of_alert)
    .toBeGreaterThan(before.notification_of_alert ?? 0)
  expect((await scans()).notification_of_channel).toBe(before.notification_of_channel)
})
