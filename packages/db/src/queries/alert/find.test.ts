import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProject } from '../../../testing/seed.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import { admin, memberOf, seedAccount, seedDepartment } from '../queries.fixture.ts'
import { findAlert } from './find.ts'
import { listAlerts } from './list.ts'

let fresh: FreshDatabase
let shortId: string

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  const project = await seedProject(fresh.db, { namePrefix: 'pay-orders' })
  const story = storyOf(fresh)
  await story.report(project, 5, 3)
  await story.report(project, 412, 2)
  const { items } = await listAlerts(fresh.db, admin, {})
  shortId = items[0]?.shortId ?? ''
})
afterAll(() => fresh.close())

test('the short id of a message leads to its alert, in whatever case it is typed', async () => {
  const found = await findAlert(fresh.db, admin, { q: shortId.toLowerCase() })
  expect(found).toMatchObject({ shortId, subject: 'pay-orders-1', event: 'sync_delay' })
  expect(found).toMatchObject({ state: 'firing' })
})

test('no other text is an alert, nor is one that the viewer may not see', async () => {
  const sales = await seedDepartment(fresh.db, 'Sales')
  const stranger = memberOf(await seedAccount(fresh.db, 'zhou'), sales)
  expect(await findAlert(fresh.db, stranger, { q: shortId })).toBeNull()
  for (const q of ['A999999999', 'pay-orders', `${shortId}x`, '1']) {
    expect(await findAlert(fresh.db, admin, { q }), q).toBeNull()
  }
})
