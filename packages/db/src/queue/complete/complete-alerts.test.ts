import { hours, minutes, seconds } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedChannel, seedProject } from '../../../testing/seed.ts'
import { setParameters } from '../../../testing/set-parameters.ts'
import { storyOf } from '../queue.fixture.ts'
import { completeAlerts } from './complete-alerts.ts'

let fresh: FreshDatabase
let story: ReturnType<typeof storyOf>
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  story = storyOf(fresh)
  await seedChannel(fresh.db)
})
afterAll(() => fresh.close())

/** An alert that fired and recovered, all its messages settled as given. */
async function closedAlert(settledAs: 'delivered' | 'failed') {
  const id = await seedProject(fresh.db, { level: 'high' })
  await story.report(id, 5, 3)
  await story.report(id, 412, 2)
  await story.report(id, 5, 9)
  const [row] = await fresh.db.sql<{ id: string; state: string }[]>`
    select id, state from alert where project_id = ${id}`
  expect(row?.state).toBe('closed')
  await fresh.db.sql`
    update notification set state = ${settledAs}, settled_at = now() where alert_id = ${row?.id ?? ''}`
  const status = settledAs === 'delivered' ? 'successful' : 'failed'
  await fresh.db.sql`update alert_sending set status = ${status} where alert_id = ${row?.id ?? ''}`
  return row?.id ?? ''
}

const statusOf = async (id: string) =>
  (await fresh.db.sql`select status from alert_sending where alert_id = ${id}`)[0]?.status

test('an alert is completed three hours after it closed, and not before', async () => {
  const told = await closedAlert('delivered')
  await fresh.clock.advance(hours(3))
  await fresh.clock.advance(seconds(-120))
  expect(await completeAlerts(fresh.db, 100)).toBe(0)
  await fresh.clock.advance(minutes(3))
  expect(await completeAlerts(fresh.db, 100)).toBe(1)
  expect(await statusOf(told)).toBe('completed')
})

test('an alert that reached nobody goes on saying so', async () => {
  const failed = await closedAlert('failed')
  await fresh.clock.advance(hours(4))
  expect(await completeAlerts(fresh.db, 100)).toBe(0)
  expect(await statusOf(failed)).toBe('failed')
})

test('a parameter moves the three hours at once', async () => {
  const told = await closedAlert('delivered')
  await setParameters(fresh.db, { completedAfterHours: 1 })
  await fresh.clock.advance(minutes(62))
  expect(await completeAlerts(fresh.db, 100)).toBe(1)
  expect(await statusOf(told)).toBe('completed')
})
