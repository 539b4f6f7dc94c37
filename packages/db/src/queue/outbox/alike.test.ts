import { type Instant, millis, minutes, type ProjectId, plus, seconds } from '@highwater/core'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProjects } from '../../../testing/seed.ts'
import { setParameters } from '../../../testing/set-parameters.ts'
import { testRouting } from '../../queries/index.ts'
import { reportHost } from '../hosts/report-host.ts'
import { watchHosts } from '../hosts/watch-hosts.ts'
import { keepOpen } from '../ingest/keep-open.ts'
import { routingStoryOf } from './routing.fixture.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof routingStoryOf>

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = routingStoryOf(fresh)
  await seedChannel(fresh.db)
  await fresh.db.sql`
    update channel set aggregation = ${fresh.db.sql.json({ windowSeconds: 600, groupBy: ['event', 'level'] })}`
  // Nobody falls silent while a window passes.
  await setParameters(fresh.db, { noSignalAtLeastSeconds: 86_400 })
})
afterEach(() => fresh.close())

test('of alike alerts the first is told at once, the others in one message, whoever judges', async () => {
  const high = await seedProjects(fresh.db, { count: 6 })
  const low = await seedProjects(fresh.db, { count: 1, level: 'low', namePrefix: 'low' })
  await story.signal([...high, ...low], 1)
  await fresh.clock.advance(seconds(1))
  for (const project of [...high, ...low]) await story.send(project, { latencySeconds: 9_000 })
  await Promise.all([story.evaluate(), story.evaluate()])
  expect(await story.outbox()).toEqual({ 'firing pending': 2, 'firing suppressed aggregated': 5 })
  await story.sendDigests()
  expect(await story.digests()).toEqual([])
  await fresh.clock.advance(minutes(11))
  await Promise.all([story.sendDigests(), story.sendDigests()])
  const [digest, ...more] = await story.digests()
  expect(more).toEqual([])
  expect(digest).toMatchObject({
    why: 'aggregation',
    count: 5,
    group: [
      { by: 'event', value: 'sync_delay' },
      { by: 'level', value: 'high' },
    ],
  })
})

test('a group that goes on is told once in a window, and one that was quiet at once again', async () => {
  const projects = await seedProjects(fresh.db, { count: 5 })
  await story.breach(projects.slice(0, 2))
  await fresh.clock.advance(minutes(11))
  await story.sendDigests()
  await story.breach(projects.slice(2, 3))
  const firing = async () => {
    const { 'firing pending': alone, 'firing suppressed aggregated': held } = await story.outbox()
    return [alone, held]
  }
  expect(await firing()).toEqual([1, 2])
  await fresh.clock.advance(minutes(11))
  await story.sendDigests()
  await fresh.clock.advance(minutes(11))
  await story.sendDigests()
  // Of the older alerts nothing is said meanwhile.
  await fresh.db.sql`update project_state set due_at = now() + interval '1 hour'`
  await story.breach(projects.slice(3))
  expect(await firing()).toEqual([2, 3])
})

test('the ends of alike alerts are gathered apart, so that the first end is told at once', async () => {
  const projects = await seedProjects(fresh.db, { count: 3 })
  await story.breach(projects)
  await fresh.clock.advance(minutes(11))
  await story.sendDigests()
  await story.deliver()
  await story.keepReporting(
    projects.map((project) => [project, 1]),
    8,
  )
  expect(await story.outbox()).toMatchObject({
    'resolved pending': 1,
    'resolved suppressed aggregated': 2,
  })
})

test('an alert whose end has been told is named by no digest that gathered its repeats', async () => {
  const projects = await seedProjects(fresh.db, { count: 1 })
  const report = (latencySeconds: number, times: number) =>
    story.keepReporting(
      projects.map((project) => [project, latencySeconds]),
      times,
    )
  await story.breach(projects)
  await story.deliver()
  await report(90, 19)
  expect(await story.outbox()).toMatchObject({ 'repeat suppressed aggregated': 1 })
  await report(1, 8)
  expect(await story.deliver()).toEqual(['resolved'])
  await fresh.clock.advance(minutes(11))
  await story.sendDigests()
  expect(await story.deliver()).toEqual([])
})

describe('the routing test says of a window what would come of an alert now', () => {
  const windows = () => fresh.db.sql<{ opened_at: Instant }[]>`
    select opened_at from digest where why = 'aggregation' order by opened_at`
  const ask = async (project: ProjectId | undefined, at?: string) => {
    const { actor } = await adminContext(fresh.db)
    const { told, notTold } = await testRouting(fresh.db, actor, {
      ...(project === undefined ? {} : { project }),
      ...(at === undefined ? {} : { at }),
    })
    return [told.length, ...notTold.map(({ reason, detail }) => [reason, detail?.digestAt])]
  }

  test('told at once while none runs, and asking begins none', async () => {
    const [project] = await seedProjects(fresh.db, { count: 1 })
    expect(await ask(project)).toEqual([1])
    expect(await windows()).toEqual([])
  })

  test('collected while one runs, until it closes, as the alert then really is', async () => {
    const [first, second, ...other] = await seedProjects(fresh.db, { count: 2 })
    expect(other).toEqual([])
    const [low] = await seedProjects(fresh.db, { count: 1, level: 'low', namePrefix: 'low' })
    await story.breach(first === undefined ? [] : [first])
    const [window] = await windows()
    const closesAt = window && plus(window.opened_at, minutes(10))
    expect(await ask(second)).toEqual([0, ['aggregated', closesAt]])
    // It is alike to no other level, and later than the window it is the first again.
    expect(await ask(low)).toEqual([1])
    expect(await ask(second, '2100-01-01T00:00:00Z')).toEqual([1])
    await story.breach(second === undefined ? [] : [second])
    expect(await story.outbox()).toEqual({ 'firing pending': 1, 'firing suppressed aggregated': 1 })
  })
})

test('alerts about things that are no projects are alike by the name of their department', async () => {
  await fresh.db.sql`
    update channel set aggregation = ${fresh.db.sql.json({ windowSeconds: 600, groupBy: ['department'] })}`
  const { sql } = fresh.db
  const figures = { cpu: 0.1, memory: 0.1, disk: 0.1 }
  await reportHost(sql, { name: 'db-1', isOwn: false, figures, unlessWithin: millis(0) })
  await watchHosts(fresh.db, { limit: 9, consoleUrl: 'https://highwater.example' })
  for (let step = 0; step < 60; step += 1) {
    await fresh.clock.advance(seconds(10))
    await keepOpen(fresh.db, 'pushed')
  }
  await watchHosts(fresh.db, { limit: 9, consoleUrl: 'https://highwater.example' })
  const [home] = await sql`select name from department where is_default`
  const [window] = await sql`select "group" from digest where why = 'aggregation'`
  expect(window?.group).toEqual([{ by: 'department', value: home?.name }])
})
