import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type ChannelId, minutes, type ProjectId, seconds } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { adminContext, anAccount } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProjects } from '../../../testing/seed.ts'
import { updateChannel } from '../../commands/channel/update-channel.ts'
import { listAlerts } from '../../queries/index.ts'
import { routingStoryOf } from './routing.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  await seedChannel(fresh.db)
})
afterEach(() => fresh.close())

const stillBehind = (project: ProjectId): readonly [ProjectId, number] => [project, 90]

/** The first of them has caught up, the others have not. */
const recovering = (projects: readonly ProjectId[]) =>
  projects.map((project, index): readonly [ProjectId, number] => [project, index === 0 ? 1 : 90])

/** Every alert's first news: by itself, or by name in a digest. */
async function firstNews() {
  const alone = await fresh.db.sql<{ number: string }[]>`
    select a.number from notification n join alert a on a.id = n.alert_id
    where n.kind = 'firing' and n.state <> 'suppressed'`
  const named = (await story.digests()).flatMap(({ members }) => members.map((one) => one.shortId))
  return [...alone.map(({ number }) => `A${number}`), ...named].sort()
}
const everyAlert = async () => {
  const rows = await fresh.db.sql<{ number: string }[]>`select number from alert`
  return rows.map(({ number }) => `A${number}`).sort()
}

test('alerts that open all at once become one digest naming them all, whoever sends it', async () => {
  await story.breach(await seedProjects(fresh.db, { count: 25 }))
  expect(await story.outbox()).toEqual({ 'firing suppressed merged_into_digest': 25 })
  await story.sendDigests()
  expect(await story.digests()).toEqual([])
  await fresh.clock.advance(seconds(6))
  await Promise.all([story.sendDigests(), story.sendDigests(), story.sendDigests()])
  const [digest, ...more] = await story.digests()
  expect(more).toEqual([])
  expect(digest).toMatchObject({ why: 'storm', count: 25, subscription: 'Default subscription' })
  const { actor } = await anAccount(fresh.db, { role: 'auditor' })
  const { items } = await listAlerts(fresh.db, actor, { digest: digest?.shortId, limit: 100 })
  expect(items.map(({ shortId }) => shortId).sort()).toEqual(await everyAlert())
  expect(await firstNews()).toEqual(await everyAlert())
})

test('twenty go out one by one, and what follows within the window in one digest', async () => {
  const projects = await seedProjects(fresh.db, { count: 26 })
  await story.breach(projects.slice(0, 20))
  await fresh.clock.advance(seconds(5))
  await story.breach(projects.slice(20, 23))
  await fresh.clock.advance(seconds(5))
  await story.breach(projects.slice(23))
  expect(await story.outbox()).toEqual({
    'firing pending': 20,
    'firing suppressed merged_into_digest': 6,
  })
  await fresh.clock.advance(seconds(61))
  await story.sendDigests()
  await story.sendDigests()
  expect(await story.digests()).toMatchObject([{ count: 6 }])
  expect(await firstNews()).toEqual(await everyAlert())
})

test('two workers that judge at once let no more through than one would', async () => {
  const projects = await seedProjects(fresh.db, { count: 30 })
  await story.signal(projects, 1)
  await fresh.clock.advance(seconds(1))
  for (const project of projects) await story.send(project, { latencySeconds: 90 })
  await fresh.db.sql`
    update project_state set due_at = now() + interval '1 hour'
    where project_id <> all(${projects.slice(0, 15)}::uuid[])`
  const first = story.evaluate()
  await fresh.db.sql`
    update project_state set due_at = now() where project_id = any(${projects.slice(15)}::uuid[])`
  await Promise.all([first, story.evaluate()])
  await story.evaluate()
  await fresh.clock.advance(minutes(2))
  await story.sendDigests()
  const { 'firing pending': alone = 0 } = await story.outbox()
  expect(alone).toBeLessThanOrEqual(20)
  expect(await firstNews()).toEqual(await everyAlert())
})

test('a worker that dies while it writes a digest loses nothing and sends nothing twice', async () => {
  await story.breach(await seedProjects(fresh.db, { count: 21 }))
  await fresh.clock.advance(seconds(6))
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
  // What it had locked is free once its connection is found to be gone.
  const isGone = async () => {
    const left = await fresh.db.sql`
      select from pg_stat_activity
      where datname = current_database() and application_name = 'dying worker'`
    return left.length === 0
  }
  await expect.poll(isGone).toBe(true)
  expect(await story.digests()).toEqual([])
  await story.sendDigests()
  await story.sendDigests()
  expect(await story.digests()).toMatchObject([{ count: 21 }])
})

test('what was told in a digest counts as told: its status, its end, and nothing again', async () => {
  const projects = await seedProjects(fresh.db, { count: 21 })
  await story.breach(projects)
  await fresh.clock.advance(seconds(6))
  await story.sendDigests()
  expect(await story.deliver()).toEqual(['digest'])
  const statuses = await fresh.db.sql`select distinct status from alert_sending`
  expect(statuses).toEqual([{ status: 'successful' }])
  await story.keepReporting(recovering(projects), 8)
  expect(await story.outbox()).toMatchObject({ 'resolved pending': 1, 'digest delivered': 1 })
})

test('what a digest was to tell through a channel that is disabled is awaited no more', async () => {
  await story.breach(await seedProjects(fresh.db, { count: 21 }))
  await fresh.clock.advance(seconds(6))
  await story.sendDigests()
  const [channel] = await fresh.db.sql<{ id: ChannelId }[]>`select id from channel`
  const id = channel?.id as ChannelId
  const admin = await adminContext(fresh.db)
  await updateChannel(admin, { channel: id, enabled: false, saveUntested: true })
  const statuses = await fresh.db.sql`select distinct status from alert_sending`
  expect([...statuses]).toEqual([{ status: 'suppressed' }])
})

test('the end of an alert waits until the digest that names it has been sent', async () => {
  const projects = await seedProjects(fresh.db, { count: 21 })
  await story.breach(projects)
  await fresh.clock.advance(seconds(6))
  await story.sendDigests()
  await story.keepReporting(recovering(projects), 8)
  expect(await story.deliver()).toEqual(['digest'])
  expect(await story.deliver()).toEqual(['resolved'])
})

test('an alert that ends while its digest gathers is named there as closed, and only there', async () => {
  const projects = await seedProjects(fresh.db, { count: 20 })
  const [brief, ...others] = await seedProjects(fresh.db, { count: 2, namePrefix: 'late' })
  await story.breach(projects)
  const late = [brief, ...others].flatMap((project) => project ?? [])
  await story.breach(late)
  await fresh.db.sql`update digest set due_at = now() + interval '1 hour'`
  await story.keepReporting([...projects.map(stillBehind), ...recovering(late)], 8)
  expect(await story.outbox()).toMatchObject({ 'resolved suppressed merged_into_digest': 1 })
  await fresh.clock.advance(minutes(61))
  await story.sendDigests()
  const [digest] = await story.digests()
  expect(digest?.members.map((member) => member.state).sort()).toEqual(['closed', 'firing'])
})

test('a digest whose channel was disabled meanwhile says so, and its alerts are told later', async () => {
  const projects = await seedProjects(fresh.db, { count: 21 })
  await story.breach(projects)
  await fresh.clock.advance(seconds(6))
  await fresh.db.sql`update channel set enabled = false`
  await story.sendDigests()
  expect(await story.outbox()).toMatchObject({ 'digest suppressed channel_disabled': 1 })
  await fresh.db.sql`update channel set enabled = true`
  await story.keepReporting(projects.map(stillBehind), 19)
  expect(await story.outbox()).toMatchObject({ 'firing suppressed merged_into_digest': 42 })
})
