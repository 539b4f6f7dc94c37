import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/index.ts'
import { connect, type Database } from './connect.ts'

const size = 4
let fresh: FreshDatabase
let pool: Database

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  pool = connect(fresh.url, { name: 'pool', maxConnections: size })
})
afterEach(async () => {
  await pool.close()
  await fresh.close()
})

const answeredBy = async (): Promise<number | undefined> => {
  const [row] = await pool.sql<
    { pid: number }[]
  >`select pg_backend_pid() as pid from pg_sleep(0.05)`
  return row?.pid
}

const allAtOnce = async () => new Set(await Promise.all(Array.from({ length: size }, answeredBy)))

it('Questions that come one by one go to the server process that is warm, not round all of them', async () => {
  expect(await allAtOnce()).toHaveProperty('size', size)
  const asked = new Set<number | undefined>()
  for (let time = 0; time < 2 * size; time += 1) asked.add(await answeredBy())
  expect(asked).toHaveProperty('size', 1)
})

it('Questions that come together still have all connections, also after a quiet time', async () => {
  const before = await allAtOnce()
  await answeredBy()
  expect(await allAtOnce()).toEqual(before)
})
