import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { auditedWrite } from '../testing/audited-write.ts'
import { adminContext } from '../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../testing/fresh-database.ts'
import { seedProject } from '../testing/seed.ts'
import { isInUse, migrate } from './migrate.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const zone = async () =>
  (await fresh.db.sql`select message_time_zone as zone from installation`)[0]?.zone

test('the first start that knows where people live names the time zone of messages, and no later one', async () => {
  expect(await migrate(fresh.url)).toEqual({ applied: 0, unknown: 0 })
  expect(await zone()).toBeNull()
  await migrate(fresh.url, { timeZone: 'Asia/Shanghai' })
  await migrate(fresh.url, { timeZone: 'Europe/Berlin' })
  expect(await zone()).toBe('Asia/Shanghai')
})

test('what a newer version has left in the database is counted, and left alone', async () => {
  const future = Date.now() + 1_000_000_000_000
  await fresh.db.sql`
    insert into drizzle.__drizzle_migrations (hash, created_at) values ('of a newer version', ${future})`
  expect(await migrate(fresh.url)).toEqual({ applied: 0, unknown: 1 })
})

test('a database is in use from its first audited change on', async () => {
  expect(await isInUse(fresh.url)).toBe(false)
  await auditedWrite(await adminContext(fresh.db), await seedProject(fresh.db), 'renamed', true)
  expect(await isInUse(fresh.url)).toBe(true)
})
