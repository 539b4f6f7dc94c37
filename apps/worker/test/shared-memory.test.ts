import { randomUUID } from 'node:crypto'
import { createPorts, type MemoryPort, type Ports } from '@highwater/channels/send'
import { anAlertMessage, startWecomAppFake, type WecomAppFake } from '@highwater/channels/testing'
import { type Instant, instant } from '@highwater/core'
import { createSealer, type Sealer } from '@highwater/db/client'
import { type FreshDatabase, freshDatabase } from '@highwater/db/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { sharedMemory } from '../src/shared-memory.ts'

const sealer = createSealer([{ id: 'a', key: new Uint8Array(32).fill(7) }])
const otherSealer = createSealer([{ id: 'b', key: new Uint8Array(32).fill(8) }])
const log = pino({ level: 'silent' })
const application = { corpId: 'ww1234567890', corpSecret: 'Zx81kLp0QzR8sTuV', agentId: 1_000_002 }
const until = (): Instant => instant(Date.now() + 3_600_000)

let fresh: FreshDatabase
let app: WecomAppFake
let ports: Ports
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  app = await startWecomAppFake({ ...application, members: ['LiLei'] })
  ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
})
afterAll(async () => {
  await app.close()
  await ports.close()
  await fresh.close()
})

/** As another worker has it. */
const aMemory = (with_: Sealer = sealer): MemoryPort =>
  sharedMemory({ db: fresh.db, sealer: with_, log })

test('what one worker remembers another recalls, and the database holds it sealed', async () => {
  const key = randomUUID()
  await aMemory().keep(key, { text: 'the-token', until: until() })
  expect(await aMemory().recall(key)).toMatchObject({ text: 'the-token' })
  expect(await aMemory(otherSealer).recall(key)).toBeNull()
  const [row] = await fresh.db.sql`select sealed_text from remembered where key = ${key}`
  expect(row?.sealed_text).toMatch(/^a:(?!.*the-token)/)
})

test('what has been replaced meanwhile is not forgotten, and what is no longer good is', async () => {
  const key = randomUUID()
  const memory = aMemory()
  await memory.keep(key, { text: 'new', until: until() })
  await memory.forget(key, 'old')
  expect(await memory.recall(key)).toMatchObject({ text: 'new' })
  await memory.forget(key, 'new')
  expect(await memory.recall(key)).toBeNull()
})

test('of workers that need the same at once, one finds it out', async () => {
  const key = randomUUID()
  let times = 0
  const find = async () => {
    times += 1
    return { text: `found ${times}`, until: until() }
  }
  const found = await Promise.all(
    Array.from({ length: 4 }, () => aMemory().recallOrFind(key, find)),
  )
  expect(found).toEqual(Array(4).fill(expect.objectContaining({ text: 'found 1' })))
})

test('what one worker was refused another one asks for at once', async () => {
  const key = randomUUID()
  const detail = { reason: 'x', httpStatus: null, providerCode: null, providerMessage: null }
  const refused = { kind: 'transient', detail } as const
  expect(await aMemory().recallOrFind(key, async () => ({ refused }))).toEqual({ refused })
  const found = await aMemory().recallOrFind(key, async () => ({ text: 'x', until: until() }))
  expect(found).toMatchObject({ text: 'x' })
})

/** Sends as a worker that has just started, and so knows nothing by itself. */
async function aWorker() {
  vi.resetModules()
  const { sendThrough } = await import('@highwater/channels/send')
  const { corpId, corpSecret, agentId } = application
  const memory = aMemory()
  return (shortId: string) =>
    sendThrough(
      'wecom-app',
      { message: anAlertMessage({ shortId }), locale: 'en' },
      { config: { baseUrl: app.url, corpId, agentId, toUser: ['LiLei'] }, secrets: { corpSecret } },
      {
        ...ports,
        memory,
        now: () => instant(Math.floor(Date.now())),
        signal: new AbortController().signal,
        deliveryId: shortId,
        incidentId: 'an-incident',
      },
    )
}

test('a second worker sends with the token of the first, and each with the one that replaces it', async () => {
  const first = await aWorker()
  const second = await aWorker()
  expect((await first('A1')).kind).toBe('delivered')
  expect((await second('A2')).kind).toBe('delivered')
  expect(app.tokenRequests()).toBe(1)
  app.behave({ refusesTokensWith: 42001 })
  expect((await first('A3')).kind).toBe('delivered')
  expect((await second('A4')).kind).toBe('delivered')
  expect(app.tokenRequests()).toBe(2)
})
