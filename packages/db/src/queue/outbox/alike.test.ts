import { minutes, seconds } from '@highwater/core'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProjects } from '../../../testing/seed.ts'
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
  await fresh.db.sql`
    insert into parameter (key, value, version, changed_at, changed_by_name)
    values ('noSignalAtLeastSeconds', 86400, 1, now(), 'test')`
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
