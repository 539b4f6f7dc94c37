import { millis } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'
import type { Database } from './connect.ts'
import { inTime } from './in-time.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

/** Waits for a lock that is held as long as the test wants, as a database does that hangs. */
async function whileHeld(run: () => Promise<void>): Promise<void> {
  await fresh.db.sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(7)`
    await run()
  })
}

test('a database that hangs is told in time, holds one connection, and answers when it is back', async () => {
  let asked = 0
  const ask = inTime<string>(
    async (db: Database) => {
      asked += 1
      await db.sql`select pg_advisory_xact_lock(7)`
      return 'well'
    },
    'late',
    millis(50),
  )
  await whileHeld(async () => {
    expect(await Promise.all([ask(fresh.db), ask(fresh.db)])).toEqual(['late', 'late'])
    expect(await ask(fresh.db)).toBe('late')
    expect(asked).toBe(1)
  })
  await expect.poll(() => ask(fresh.db)).toBe('well')
})
