import { defaultParameters } from '@highwater/core/parameters'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'
import { readPolicyInForce } from './current-policy.ts'
import { readParameters } from './read-parameters.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

test('what was set is in force over the defaults; what was reset and what a newer version knows is not', async () => {
  expect(await readParameters(fresh.db.sql)).toEqual(defaultParameters)
  await fresh.db.sql`
    insert into parameter (key, value, version, changed_at, changed_by_name) values
      ('pendingSeconds', 45, 2, now(), 'Li Lei'), ('clearRatio', 0.8, 2, now(), 'Li Lei'),
      ('pausedTooLongHours', null, 3, now(), 'Li Lei'), ('ofANewerVersion', 9, 4, now(), 'Li Lei')`
  const expected = { ...defaultParameters, pendingSeconds: 45, clearRatio: 0.8 }
  expect(await readParameters(fresh.db.sql)).toEqual(expected)
  expect((await readPolicyInForce(fresh.db.sql)).parameters).toEqual(expected)
})
