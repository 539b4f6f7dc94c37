import { randomUUID } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/index.ts'
import { connect, type Database } from './connect.ts'

let fresh: FreshDatabase
let lone: Database
let name: string

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  name = randomUUID()
  lone = connect(fresh.url, { name, maxConnections: 1 })
  await lone.sql`create table written (what text)`
})
afterEach(async () => {
  await lone.close()
  await fresh.close()
})

const cut = () => fresh.db.sql`
  select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = ${name}`

/** A loss is noticed by whoever asks first; the pool must answer soon after. */
const answered = () =>
  vi.waitFor(async () => expect(await lone.sql`select 1 as one`).toEqual([{ one: 1 }]), 20_000)

/** The end of a socket is heard some turns of the event loop after the server has said it. */
async function noticed(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await turn()
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )
const lost = /CONNECTION_CLOSED|ECONNRESET|EPIPE|57P01/

describe('A connection that is lost', () => {
  it('takes its transaction with it: nothing of that runs later on another connection', async () => {
    const began = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const late = Promise.withResolvers<unknown>()
    const outcome = codeOf(
      lone.sql.begin(async (sql) => {
        await sql`insert into written values ('early')`
        began.resolve()
        await goOn.promise
        late.resolve(await codeOf(sql`insert into written values ('late')`.execute()))
      }),
    )
    await began.promise
    await cut()
    await answered()
    goOn.resolve()
    expect(await outcome).toMatch(lost)
    expect(await late.promise).toMatch(lost)
    await answered()
    expect(await lone.sql`select what from written`).toEqual([])
  })

  it('refuses each question to one that was reserved, and leaves the pool its place', async () => {
    const reserved = await lone.sql.reserve()
    await reserved`select 1`
    await cut()
    for (let times = 0; times < 3; times += 1) {
      expect(await codeOf(reserved`select 2`)).toMatch(lost)
    }
    reserved.release()
    await answered()
  })

  it('answers the first question to the connection after it', async () => {
    for (let times = 0; times < 8; times += 1) {
      const asleep = codeOf(lone.sql`select pg_sleep(30)`.execute())
      await cut()
      expect(await asleep).toMatch(lost)
      await noticed()
      expect(await lone.sql`select 2 as two`).toEqual([{ two: 2 }])
    }
  })

  it('leaves no question without an answer, whatever was being written', async () => {
    for (let times = 0; times < 15; times += 1) {
      const questions = Promise.all(
        [10, 2_000, 10].map((length) => codeOf(lone.sql`select ${'x'.repeat(length)}`)),
      )
      await cut()
      for (const outcome of await questions)
        expect(outcome).toMatch(/done|CONNECTION_|ECONN|EPIPE|57P01/)
      await answered()
    }
  })
})
