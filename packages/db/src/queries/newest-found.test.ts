import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'
import { connect } from '../client/index.ts'
import { eachAuditEvent, listAuditEvents } from './index.ts'
import { admin, readAllPages } from './queries.fixture.ts'
import { rowsRead } from './rows-read.fixture.ts'

let fresh: FreshDatabase

/** Newest last: 3,000 of autumn, of which one is a pearl, then 2,000 of winter, every third of them white. */
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  await fresh.db.sql`
    insert into audit_event (at, actor_type, actor_name, target, target_name, operation, action,
      risk, result, request_id, changes)
    select now() - (5001 - n) * interval '1 second', 'user', 'Li', 'project', case
        when n = 1000 then 'Autumn pearl' when n <= 3000 then 'Autumn leaf'
        when n % 3 = 0 then 'Winter white' else 'Winter dusk' end,
      'modification', 'project.update', 'low', 'succeeded', 'r' || n, '[]'
    from generate_series(1, 5000) as n`
})
afterAll(() => fresh.close())

const searches = [
  ['among the newest', 'winter white', 666],
  ['rarely', 'PEARL', 1],
  ['often, and long ago', 'autumn', 3000],
  ['nowhere', 'spring', 0],
  ['with one letter, which no index has', 'k', 1334],
] as const

for (const [where, q, count] of searches) {
  test(`what is found ${where} comes newest first, each once, page by page`, async () => {
    const items = await readAllPages((cursor) =>
      listAuditEvents(fresh.db, admin, { q, limit: 200, ...(cursor ? { cursor } : {}) }),
    )
    const rows = await fresh.db.sql<{ id: number }[]>`
      select id::int from audit_event where lower(target_name) like ${`%${q.toLowerCase()}%`}
      order by id desc`
    expect(items.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
    expect(items).toHaveLength(count)
  })
}

test('an export of a search has all of it', async () => {
  const ids: number[] = []
  for await (const { id } of eachAuditEvent(fresh.db, async () => admin, { q: 'autumn' }))
    ids.push(id)
  expect(new Set(ids).size).toBe(3000)
})

test('a letter that many have is found among the newest, and the rest is not read', async () => {
  const db = connect(fresh.url, { name: 'test', maxConnections: 1 })
  const cost = await rowsRead(db, ['audit_event'], () => listAuditEvents(db, admin, { q: 'k' }))
  expect(cost.sequential).toBe(0)
  expect(cost.indexed).toBeLessThan(500)
  await db.close()
})
