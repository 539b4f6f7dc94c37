import type { AlertId, ProjectId } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import { getAlert, listAlerts, readNow } from '../index.ts'
import { admin } from '../queries.fixture.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  await seedChannel(fresh.db)
})
afterAll(() => fresh.close())

async function fallBehind(name: string): Promise<{ project: ProjectId; id: AlertId }> {
  const project = await seedProject(fresh.db, { namePrefix: name })
  const story = storyOf(fresh)
  await story.report(project, 5, 3)
  await story.report(project, 412, 1)
  const { items } = await listAlerts(fresh.db, admin, { project })
  return { project, id: items[0]?.id as AlertId }
}

test('an alert tells how far behind its project is by now, and how far it ever was, though nobody was told', async () => {
  const { project, id } = await fallBehind('orders')
  const story = storyOf(fresh)
  const listed = async () => (await listAlerts(fresh.db, admin, { project })).items
  expect(await listed()).toMatchObject([{ observedMs: 412_000, peakMs: 412_000 }])
  await story.report(project, 1_900, 1)
  await story.report(project, 900, 1)
  expect(await listed()).toMatchObject([{ state: 'firing', observedMs: 900_000, peakMs: 412_000 }])
  const { observedMs, peakMs } = await getAlert(fresh.db, admin, id)
  expect({ observedMs, peakMs }).toEqual({ observedMs: 900_000, peakMs: 1_900_000 })
  await story.report(project, 5, 1)
  expect(await listed()).toMatchObject([{ state: 'recovering', observedMs: 5_000 }])
  await story.report(project, 5, 30)
  const ended = await getAlert(fresh.db, admin, id)
  expect(ended).toMatchObject({ state: 'closed', observedMs: 412_000, peakMs: 1_900_000 })
})

test('what recovers stands below all that still fires', async () => {
  const first = await fallBehind('first')
  const second = await fallBehind('second')
  const shown = async () =>
    (await readNow(fresh.db, admin)).alerts
      .filter(({ event }) => event === 'sync_delay')
      .map(({ id }) => id)
  expect(await shown()).toEqual([first.id, second.id])
  await storyOf(fresh).report(first.project, 5, 1)
  expect(await shown()).toEqual([second.id, first.id])
})
