import net, { type AddressInfo, type Socket } from 'node:net'
import { millis } from '@highwater/core'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/index.ts'
import { connect, type Database } from './connect.ts'

let fresh: FreshDatabase
let line: net.Server
let far: Database
/** Pairs of sockets that stay open whatever happens: to both ends the other has fallen silent. */
let pairs: [Socket, Socket][]
/** Whether connections that are opened from now on reach nobody. */
let isDead: boolean

const vanish = () => {
  for (const [near, server] of pairs) {
    near.unpipe().pause()
    server.unpipe().pause()
  }
}

beforeEach(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  pairs = []
  isDead = false
  line = net.createServer((near) => {
    near.on('error', () => {})
    if (isDead) return
    const { hostname, port } = new URL(fresh.url)
    const server = net.connect(Number(port), hostname).on('error', () => {})
    near.pipe(server)
    server.pipe(near)
    pairs.push([near, server])
  })
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
  const url = new URL(fresh.url)
  url.host = `127.0.0.1:${(line.address() as AddressInfo).port}`
  far = connect(url.href, {
    name: 'far',
    maxConnections: 3,
    silentFor: millis(100),
    idleFor: millis(2_000),
  })
})
afterEach(async () => {
  await far.close()
  for (const socket of pairs.flat()) socket.destroy()
  line.close()
  await fresh.close()
})

const lost = { code: 'CONNECTION_CLOSED' }
const all = () => Promise.all([1, 2, 3].map(() => far.sql`select 1 as one from pg_sleep(0.05)`))
const slowly = (time: number) => far.sql`select 1 as one from pg_sleep(${time})`

describe('A server that says nothing', () => {
  it('is believed while it works on the question', async () => {
    expect(await slowly(1.5)).toEqual([{ one: 1 }])
  })

  it('is believed while it lets nobody else in', async () => {
    const answer = slowly(1.5).execute()
    await expect.poll(() => pairs).toHaveLength(1)
    const letIn = (isLetIn: boolean) =>
      fresh.db
        .sql`update pg_database set datallowconn = ${isLetIn} where datname = current_database()`
    await letIn(false)
    expect(await answer).toEqual([{ one: 1 }])
    await letIn(true)
  })

  it('is believed where it keeps no account of what its processes do', async () => {
    const { sql } = fresh.db
    const [row] = await sql<{ name: string }[]>`select current_database() as name`
    await sql`alter database ${sql(row?.name ?? '')} set track_activities = off`
    expect(await slowly(1.5)).toEqual([{ one: 1 }])
  })

  it('is given up where another that took its place knows nothing of the question', async () => {
    await all()
    vanish()
    await expect(far.sql`select 1`).rejects.toMatchObject(lost)
    expect(await far.sql`select 1 as one`).toEqual([{ one: 1 }])
  })

  it('takes with it the connections that were idle: nobody waits for those as well', async () => {
    await all()
    vanish()
    await expect(far.sql`select 1`).rejects.toMatchObject(lost)
    expect(await all()).toHaveLength(3)
  })

  it('is given up where nobody answers in its place', async () => {
    await all()
    vanish()
    isDead = true
    await expect(far.sql`select 1`).rejects.toMatchObject(lost)
  })
})

describe('A client that says nothing', () => {
  it('loses its transaction, and with it what it kept from others', async () => {
    const began = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const outcome = far.sql
      .begin(async (tx) => {
        await tx`lock table alert in access exclusive mode`
        began.resolve()
        await goOn.promise
        await tx`select 1`
      })
      .catch((error: unknown) => error)
    await began.promise
    vanish()
    expect(await fresh.db.sql`select count(*)::int as alerts from alert`).toEqual([{ alerts: 0 }])
    goOn.resolve()
    expect(await outcome).toMatchObject(lost)
  })
})
