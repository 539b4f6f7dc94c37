import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/index.ts'
import { connect, type Database } from './connect.ts'

let fresh: FreshDatabase
let pool: Database

/** As a provider does while the disk is nearly full: who connects meanwhile may only read. */
async function refuseWrites(areRefused: boolean) {
  const { sql } = fresh.db
  const [row] = await sql<{ name: string }[]>`select current_database() as name`
  const database = sql(row?.name ?? '')
  if (areRefused) await sql`alter database ${database} set default_transaction_read_only = on`
  else await sql`alter database ${database} reset default_transaction_read_only`
}

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  await fresh.db.sql`create table written (what text)`
  pool = connect(fresh.url, { name: 'pool', maxConnections: 2 })
  await refuseWrites(true)
})
afterEach(async () => {
  await pool.close()
  await fresh.close()
})

const refused = { code: '25006' }
const write = () => pool.sql`insert into written values ('a')`.execute()
const writeTogether = () => pool.sql.begin((tx) => tx`insert into written values ('b')`)

describe('A connection that was opened while nothing could be written', () => {
  it('is given up once it has refused a write, and the next one may write', async () => {
    const both = await Promise.allSettled([write(), write()])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(write()).rejects.toMatchObject(refused)
    await refuseWrites(false)
    await write().catch(() => null)
    await write().catch(() => null)
    await Promise.all([write(), write(), write()])
  })

  it('is given up after its transaction as well', async () => {
    await expect(writeTogether()).rejects.toMatchObject(refused)
    await refuseWrites(false)
    await writeTogether()
    await Promise.all([writeTogether(), writeTogether(), write()])
  })
})
