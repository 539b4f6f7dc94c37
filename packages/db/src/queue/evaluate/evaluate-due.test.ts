import { minutes, seconds } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject, seedProjects } from '../../../testing/seed.ts'
import { ingestSignals } from '../ingest/ingest.ts'
import { storyOf } from '../queue.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  await seedChannel(fresh.db)
})
afterAll(() => fresh.close())

test('a latency over the threshold opens one alert and one notification, and a recovery closes it', async () => {
  const project = await seedProject(fresh.db)
  await story.report(project, 5, 3)
  expect(await story.alertsOf(project)).toEqual([])

  await story.report(project, 412, 2)
  expect(await story.alertsOf(project)).toMatchObject([
    { event: 'sync_delay', state: 'firing', level: 'high', observed: 412_000 },
  ])

  await story.report(project, 2, 1)
  expect(await story.alertsOf(project)).toMatchObject([{ state: 'recovering' }])
  await story.report(project, 2, 6)
  expect(await story.alertsOf(project)).toMatchObject([
    { state: 'closed', close_reason: 'recovered' },
  ])
  expect(await story.timelineOf(project)).toEqual(['fire', 'recover', 'close: recovered'])
})

test('the latency at the threshold itself is no breach', async () => {
  const project = await seedProject(fresh.db)
  await story.report(project, 30, 2)
  expect(await story.alertsOf(project)).toEqual([])
  await story.report(project, 30.001, 1)
  expect(await story.alertsOf(project)).toMatchObject([{ state: 'firing' }])
})

test('a project that never caught up does not alert on latency', async () => {
  const project = await seedProject(fresh.db)
  await story.report(project, 5_000, 3)
  expect(await story.alertsOf(project)).toEqual([])
})

test('an interruption fires at its threshold although nothing further arrives', async () => {
  const project = await seedProject(fresh.db)
  await story.report(project, 1, 2)
  await story.send(project, { state: 'failed', message: 'ORA-01555' })
  await story.evaluate()
  await story.wait(seconds(29))
  expect(await story.alertsOf(project)).toEqual([])
  await story.wait(seconds(2))
  expect(await story.alertsOf(project)).toMatchObject([{ event: 'sync_failed', state: 'firing' }])
})

test('repeats come once per frequency, and only one after a long pause of ours', async () => {
  const project = await seedProject(fresh.db)
  await story.report(project, 1, 2)
  await fresh.clock.advance(seconds(1))
  await story.send(project, { state: 'failed' })
  await story.wait(seconds(31))
  await story.wait(minutes(3))
  await story.wait(minutes(3))
  expect(await story.timelineOf(project)).toEqual(['fire', 'repeat', 'repeat'])
  await story.wait(minutes(60))
  await story.evaluate()
  expect(await story.timelineOf(project)).toEqual(['fire', 'repeat', 'repeat', 'repeat'])
})

test('a project that falls silent raises no_signal, and its open latency alert goes stale, not resolved', async () => {
  const project = await seedProject(fresh.db)
  await story.report(project, 1, 3)
  await story.report(project, 90, 1)
  await story.wait(seconds(61))
  expect(await story.alertsOf(project)).toMatchObject([
    { event: 'sync_delay', state: 'firing', stale: true },
    { event: 'no_signal', state: 'firing' },
  ])
})

test('a pause closes what is open and is never called a recovery', async () => {
  const project = await seedProject(fresh.db)
  await story.report(project, 1, 2)
  await story.report(project, 90, 1)
  await fresh.clock.advance(seconds(1))
  await story.send(project, { state: 'paused' })
  await story.evaluate()
  expect(await story.alertsOf(project)).toMatchObject([
    { state: 'closed', close_reason: 'project_paused' },
  ])
})

test('a breach within ten minutes of a recovery reopens the same alert', async () => {
  const project = await seedProject(fresh.db)
  await story.report(project, 1, 2)
  await story.report(project, 90, 1)
  await story.report(project, 1, 8)
  await story.report(project, 90, 1)
  expect(await story.alertsOf(project)).toMatchObject([{ state: 'firing', reopened: 1 }])
})

test('a resolved message for a channel that never got the first one supersedes it and says so', async () => {
  const project = await seedProject(fresh.db)
  await story.report(project, 1, 2)
  await story.report(project, 90, 1)
  await story.report(project, 1, 8)
  expect(await story.outboxOf(project)).toEqual([
    'firing superseded superseded',
    'resolved pending',
  ])
  const [resolved] = await fresh.db.sql<{ note: string }[]>`
    select n.message ->> 'note' as note from notification n join alert a on a.id = n.alert_id
    where a.project_id = ${project} and n.kind = 'resolved'`
  expect(resolved?.note).toBe('first_news_of_a_closed_alert')
})

test('without any channel the alert still says why nobody was told', async () => {
  const alone = await freshDatabase(inject('postgresUrl'))
  const quiet = storyOf(alone)
  const project = await seedProject(alone.db)
  await quiet.report(project, 1, 2)
  await quiet.report(project, 90, 1)
  expect(await quiet.outboxOf(project)).toEqual(['firing suppressed no_channel'])
  const [row] = await alone.db.sql`select status as sending_status from alert_sending`
  expect(row?.sending_status).toBe('suppressed')
  await alone.close()
})

test('two workers that look at once open every alert exactly once', async () => {
  const projects = await seedProjects(fresh.db, { count: 200, namePrefix: 'race' })
  const signals = (latencySeconds: number, observedAt: string) =>
    projects.map((project) => ({ project, latencySeconds, observedAt }))
  const now = Date.now()
  const options = { origin: 'pushed', mayWrite: () => true } as const
  await ingestSignals(fresh.db, signals(1, new Date(now - 2_000).toISOString()), options)
  await ingestSignals(fresh.db, signals(90, new Date(now - 1_000).toISOString()), options)
  await Promise.all(Array.from({ length: 4 }, () => story.evaluate()))
  await story.evaluate()
  const [count] = await fresh.db.sql`
    select count(*)::int as alerts, count(distinct project_id)::int as projects
    from alert where project_id = any(${projects}::uuid[])`
  expect(count).toEqual({ alerts: 200, projects: 200 })
})
