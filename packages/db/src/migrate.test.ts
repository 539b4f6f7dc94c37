import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../testing/fresh-database.ts'
import { migrate } from './migrate.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const zone = async () =>
  (await fresh.db.sql`select message_time_zone as zone from installation`)[0]?.zone

test('the first start that knows where people live names the time zone of messages, and no later one', async () => {
  expect(await migrate(fresh.url)).toEqual({ applied: 0 })
  expect(await zone()).toBeNull()
  await migrate(fresh.url, { timeZone: 'Asia/Shanghai' })
  await migrate(fresh.url, { timeZone: 'Europe/Berlin' })
  expect(await zone()).toBe('Asia/Shanghai')
})
