import { hours, type Instant, minutes, type ProjectId, plus, seconds } from '@highwater/core'
import type { SignalInput } from '@highwater/core/project'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { readNowFrom } from '../../client/now.ts'
import { createSilence } from '../../commands/index.ts'
import { keepOpen } from '../ingest/keep-open.ts'
import { turnSilences } from '../silence/turn-silences.ts'
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

const now = () => readNowFrom(fresh.db.sql)

test('a breach that began and ended in the gap is a closed alert with its true times', async () => {
  await story.unwatched(orders, { latencySeconds: 1 }, 6)
  const before = await now()
  await story.comeAndGo(orders)
  await story.unwatched(orders, { latencySeconds: 1 }, 30)
  const gap = await story.comeBack()
  expect(await story.searchAll()).toBe(1)
  expect(await story.alertsOf(orders)).toMatchObject([
    { event: 'sync_delay', state: 'closed', close_reason: 'recovered' },
  ])
  const [alert] = await fresh.db.sql<{ opened: Instant; closed: Instant; late: number }[]>`
    select opened_at as opened, closed_at as closed, detected_late_ms::int as late from alert
    where project_id = ${orders} and fired_at = opened_at and since <= opened_at`
  const near = (at: Instant | undefined, expected: Instant) =>
    expect(Math.abs((at ?? 0) - expected)).toBeLessThan(5_000)
  near(alert?.opened, plus(before, seconds(10)))
  // The first good signal, and the hold of a minute.
  near(alert?.closed, plus(before, seconds(130 + 60)))
  expect(Math.abs((alert?.late ?? 0) - ((gap?.to ?? 0) - (alert?.opened ?? 0)))).toBeLessThan(5_000)
  expect(await story.timelineOf(orders)).toEqual(['fire', 'close: recovered', 'found_after_gap'])
  const times = await fresh.db.sql<{ at: Instant }[]>`
    select e.at from alert_event e join alert a on a.id = e.alert_id
    where a.project_id = ${orders} order by e.id`
  expect(times.slice(0, 2).map(({ at }) => at)).toEqual([alert?.opened, alert?.closed])
})

test('it is told in one digest per channel, which names the gap, and in no message of its own', async () => {
  await seedChannel(fresh.db, { secrets: { webhook: 'another' } })
  await story.subscribe('Night shift', 'en')
  await story.comeAndGo(orders)
  const gap = await story.comeBack()
  await story.searchAll()
  const digests = await story.gapDigests()
  expect(digests).toHaveLength(2)
  for (const digest of digests) {
    expect(digest).toMatchObject({ count: 1, unwatched: { from: gap?.from, to: gap?.to } })
    expect(digest.members).toMatchObject([{ event: 'sync_delay', state: 'closed' }])
  }
  expect(await story.outboxOf(orders)).toEqual([
    'firing suppressed found_after_gap',
    'firing suppressed found_after_gap',
  ])
  await story.deliver()
  const [alert] = await fresh.db.sql`select s.status as sending_status from alert a
    join alert_sending s on s.alert_id = a.id where a.project_id = ${orders}`
  expect(alert).toEqual({ sending_status: 'successful' })
})

test('a gap in which all was well leaves nothing to tell', async () => {
  await story.unwatched(orders, { latencySeconds: 1 }, 24)
  await story.comeBack()
  expect(await story.search()).toEqual({ taken: 1, found: 0, more: false })
  expect(await story.gapDigests()).toEqual([])
  expect(await story.alertsOf(orders)).toEqual([])
  expect(await story.search()).toEqual({ taken: 0, found: 0, more: false })
})

test('a breach that still stands is opened by evaluation alone, before the search or after it', async () => {
  const invoices = await seedProject(fresh.db, { namePrefix: 'invoices' })
  await story.keepReporting(
    [
      [orders, 1],
      [invoices, 1],
    ],
    3,
  )
  await story.begin([orders, invoices])
  for (let count = 0; count < 12; count += 1) {
    await fresh.clock.advance(seconds(10))
    for (const project of [orders, invoices]) await story.send(project, { latencySeconds: 90 })
  }
  await fresh.db.sql`
    update project_state set due_at = now() + interval '1 minute' where project_id = ${invoices}`
  await story.comeBack()
  expect(await story.searchAll()).toBe(0)
  expect(await story.alertsOf(orders)).toMatchObject([{ state: 'firing' }])
  expect(await story.alertsOf(invoices)).toEqual([])
})

test('what fell due in the gap and still stands is told in one digest for each channel', async () => {
  const invoices = await seedProject(fresh.db, { namePrefix: 'invoices' })
  const both = [orders, invoices]
  await story.keepReporting([[invoices, 1]], 1)
  await story.begin(both)
  for (const project of both) await story.send(project, { state: 'failed' })
  for (let beat = 0; beat < 12; beat += 1) {
    await fresh.clock.advance(seconds(10))
    await keepOpen(fresh.db, 'pushed')
  }
  await story.comeBack()
  for (const project of both) {
    expect(await story.outboxOf(project)).toEqual(['firing suppressed merged_into_digest'])
  }
  await fresh.clock.advance(seconds(6))
  await story.sendDigests()
  expect(await story.digests()).toMatchObject([{ why: 'late', count: 2 }])
})

test('a breach that returned and stands leaves the one that ended to be found', async () => {
  await story.comeAndGo(orders)
  await story.unwatched(orders, { latencySeconds: 1 }, 66)
  await story.unwatched(orders, { latencySeconds: 90 }, 6)
  await story.comeBack()
  expect(await story.searchAll()).toBe(1)
  expect((await story.alertsOf(orders)).map(({ state }) => state).sort()).toEqual([
    'closed',
    'firing',
  ])
})

test('an alert that was open before the gap and ended in it is no second alert', async () => {
  await story.report(orders, 90, 3)
  await story.begin([])
  await story.comeAndGo(orders)
  await story.comeBack()
  expect(await story.searchAll()).toBe(0)
  expect(await story.alertsOf(orders)).toHaveLength(1)
})

test('what was good again, but not for long enough, counts as over when somebody looked', async () => {
  await story.unwatched(orders, { latencySeconds: 90 }, 12)
  await story.unwatched(orders, { latencySeconds: 1 }, 2)
  const gap = await story.comeBack()
  expect(await story.searchAll()).toBe(1)
  const [alert] = await fresh.db.sql`select closed_at from alert where project_id = ${orders}`
  expect(alert).toEqual({ closed_at: gap?.to })
})

test('an interruption and a silence that were over before anybody looked are found too', async () => {
  const openFor = async (times: number, signal: Partial<SignalInput> | null) => {
    for (let beat = 0; beat < times; beat += 1) {
      if (signal === null) await fresh.clock.advance(seconds(10))
      else await story.unwatched(orders, signal, 1)
      await keepOpen(fresh.db, 'pushed')
    }
  }
  await keepOpen(fresh.db, 'pushed')
  await openFor(6, { state: 'failed', message: 'ORA-00060' })
  await openFor(12, { state: 'running', latencySeconds: 1 })
  await openFor(24, null)
  await openFor(12, { latencySeconds: 1 })
  await story.comeBack()
  expect(await story.searchAll()).toBe(2)
  const found = await fresh.db.sql`
    select event, detail, close_reason from alert where project_id = ${orders} order by opened_at`
  expect(found).toMatchObject([
    { event: 'sync_failed', detail: 'ORA-00060', close_reason: 'recovered' },
    { event: 'no_signal', close_reason: 'recovered' },
  ])
})

test('what a silence is about is written down with its reason and told to nobody', async () => {
  const admin = await adminContext(fresh.db)
  await createSilence(admin, { name: 'upgrade', until: plus(await now(), minutes(60)) })
  await story.comeAndGo(orders)
  await story.comeBack()
  expect(await story.searchAll()).toBe(1)
  expect(await story.outboxOf(orders)).toEqual(['firing suppressed silenced'])
  expect(await story.gapDigests()).toEqual([])
  const [alert] = await fresh.db.sql`select s.status as sending_status from alert a
    join alert_sending s on s.alert_id = a.id where a.project_id = ${orders}`
  expect(alert).toEqual({ sending_status: 'suppressed' })
})

test('silences are those of the time when it came and went, not of the search', async () => {
  const admin = await adminContext(fresh.db)
  await createSilence(admin, { name: 'upgrade', until: plus(await now(), minutes(5)) })
  await story.comeAndGo(orders)
  await story.unwatched(orders, { latencySeconds: 1 }, 66)
  await turnSilences(fresh.db, 10)
  await story.comeAndGo(orders)
  await createSilence(admin, { name: 'too late', until: plus(await now(), minutes(60)) })
  await story.comeBack()
  expect(await story.searchAll()).toBe(2)
  expect(await story.outboxOf(orders)).toEqual([
    'firing suppressed silenced',
    'firing suppressed found_after_gap',
  ])
  expect(await story.timelineOf(orders)).toContain('held_by_silence: silenced')
})

test('hours are those of that time too, and a digest of what is over waits for the next', async () => {
  const hour = (ahead: string) =>
    `to_char((now() + interval '${ahead}') at time zone 'UTC', 'HH24:MI')`
  const [at] = await fresh.db.sql<{ from: string; until: string }[]>`
    select ${fresh.db.sql.unsafe(hour('-1 hour'))} as "from",
      ${fresh.db.sql.unsafe(hour('10 minutes'))} as until`
  await story.narrow({ period: { from: at?.from ?? '', until: at?.until ?? '' } })
  await story.comeAndGo(orders)
  await story.unwatched(orders, { latencySeconds: 1 }, 60)
  await story.comeBack()
  await story.searchAll()
  expect(await story.outboxOf(orders)).toEqual(['firing suppressed found_after_gap'])
  await story.gapDigests()
  expect(await story.deliver()).not.toContain('digest')
  await fresh.clock.advance(hours(23))
  expect(await story.deliver()).toContain('digest')
})

test('nothing is told outside the hours of a subscription, and the reason is kept', async () => {
  await story.comeAndGo(orders)
  const [at] = await fresh.db.sql<{ from: string; until: string }[]>`
    select to_char((now() + interval '2 hours') at time zone 'UTC', 'HH24:00') as "from",
      to_char((now() + interval '3 hours') at time zone 'UTC', 'HH24:00') as until`
  await story.narrow({ period: { from: at?.from ?? '', until: at?.until ?? '' } })
  await story.comeBack()
  await story.searchAll()
  expect(await story.outboxOf(orders)).toEqual(['firing suppressed outside_period'])
  expect(await story.gapDigests()).toEqual([])
})
