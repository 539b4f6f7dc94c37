import { plus, seconds } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProject } from '../../../testing/seed.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import { admin } from '../queries.fixture.ts'
import { getProject } from './get.ts'
import { listProjects } from './list.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

test('a list says from when on a figure is old, which other signals do not put off', async () => {
  const story = storyOf(fresh)
  const project = await seedProject(fresh.db)
  const read = async () => {
    const { items } = await listProjects(fresh.db, admin, {})
    const { lastSignalAt, latencyStaleFrom } = await getProject(fresh.db, admin, project)
    expect(items).toMatchObject([{ lastSignalAt, latencyStaleFrom }])
    return { lastSignalAt, latencyStaleFrom }
  }
  expect((await read()).latencyStaleFrom).toBeNull()
  await story.report(project, 3, 3)
  const { lastSignalAt, latencyStaleFrom } = await read()
  expect(lastSignalAt && latencyStaleFrom).toBe(lastSignalAt && plus(lastSignalAt, seconds(60.001)))
  for (let count = 0; count < 9; count += 1) {
    await fresh.clock.advance(seconds(10))
    await story.send(project, { state: 'running' })
  }
  const later = await read()
  expect(later.latencyStaleFrom).toBe(latencyStaleFrom)
  expect(later.lastSignalAt).toBeGreaterThan(latencyStaleFrom ?? 0)
})
