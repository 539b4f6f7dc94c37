import net, { type AddressInfo } from 'node:net'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  it,
  vi,
} from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/index.ts'
import { connect, type Database } from './connect.ts'

let fresh: FreshDatabase
let line: net.Server
let lone: Database
/** What each coming connection may hear from the server before it is cut: pieces, in turn. */
let patience: number[]
let rudely: boolean
let opened: number

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

beforeEach(async () => {
  patience = []
  opened = 0
  line = net.createServer((near) => {
    opened += 1
    const { hostname, port } = new URL(fresh.url)
    const far = net.connect(Number(port), hostname)
    let left = patience.shift() ?? Number.POSITIVE_INFINITY
    far.on('data', (piece) => {
      left -= 1
      if (left >= 0) near.write(piece)
      else if (rudely) near.resetAndDestroy()
      else near.destroy()
    })
    near.on('data', (piece) => far.write(piece))
    near.on('close', () => far.destroy()).on('error', () => {})
    far.on('close', () => near.destroy()).on('error', () => {})
  })
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
  const url = new URL(fresh.url)
  url.host = `127.0.0.1:${(line.address() as AddressInfo).port}`
  lone = connect(url.href, { name: 'lone', maxConnections: 1 })
})
afterEach(async () => {
  await lone.close()
  line.close()
})

describe('A connection that is cut while it is opening', () => {
  it.each(
    [0, 1, 2, 3, 4].flatMap((heard) => [
      { heard, how: 'ended' },
      { heard, how: 'reset' },
    ]),
  )('$how after $heard answers leaves the next one to serve', async ({ heard, how }) => {
    rudely = how === 'reset'
    patience = [heard, heard, heard]
    await vi.waitFor(
      async () => expect(await lone.sql`select 1 as one`).toEqual([{ one: 1 }]),
      20_000,
    )
    expect(patience).toEqual([])
  })

  it('is tried again soon, however often it has failed', async () => {
    rudely = true
    patience = Array.from({ length: 9 }, () => 0)
    await vi.waitFor(
      async () => expect(await lone.sql`select 1 as one`).toEqual([{ one: 1 }]),
      20_000,
    )
  })

  it('refuses the question that waited for it, instead of ringing on and on', async () => {
    rudely = false
    patience = Array.from({ length: 100 }, () => 0)
    await expect(lone.sql`select 1`).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(opened).toBe(1)
  })
})
