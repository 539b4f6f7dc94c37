import { randomUUID } from 'node:crypto'
import {
  createPorts,
  type MemoryPort,
  type Ports,
  type sendThrough as SendThrough,
} from '@highwater/channels/send'
import {
  anAlertMessage,
  startSmtpFake,
  startWebhookFake,
  startWecomAppFake,
  testTlsIdentity,
  type WecomAppFake,
} from '@highwater/channels/testing'
import { type Instant, instant, seconds } from '@highwater/core'
import { createSealer, type Sealer } from '@highwater/db/client'
import { seekRemembered } from '@highwater/db/queue'
import { type FreshDatabase, freshDatabase } from '@highwater/db/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest'
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

test('what was found since a worker looked is not looked for again', async () => {
  const key = randomUUID()
  const find = async () => ({ text: 'found', until: until() })
  await aMemory().recallOrFind(key, find)
  expect(await seekRemembered(fresh.db, key, seconds(15), null)).toBe(false)
  // What cannot be opened was not found by anybody who could use it.
  const other = async () => ({ text: 'found anew', until: until() })
  expect(await aMemory(otherSealer).recallOrFind(key, other)).toMatchObject({ text: 'found anew' })
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
async function aWorker(
  kind: Parameters<typeof SendThrough>[0],
  settings: Parameters<typeof SendThrough>[2],
) {
  vi.resetModules()
  const { sendThrough } = await import('@highwater/channels/send')
  const memory = aMemory()
  return (shortId: string) =>
    sendThrough(kind, { message: anAlertMessage({ shortId }), locale: 'en' }, settings, {
      ...ports,
      memory,
      now: () => instant(Math.floor(Date.now())),
      signal: new AbortController().signal,
      deliveryId: shortId,
      incidentId: 'an-incident',
    })
}

test('a second worker sends with the token of the first, and each with the one that replaces it', async () => {
  const { corpId, corpSecret, agentId } = application
  const config = { baseUrl: app.url, corpId, agentId, toUser: ['LiLei'] }
  const first = await aWorker('wecom-app', { config, secrets: { corpSecret } })
  const second = await aWorker('wecom-app', { config, secrets: { corpSecret } })
  expect((await first('A1')).kind).toBe('delivered')
  expect((await second('A2')).kind).toBe('delivered')
  expect(app.tokenRequests()).toBe(1)
  app.behave({ refusesTokensWith: 42001 })
  expect((await first('A3')).kind).toBe('delivered')
  expect((await second('A4')).kind).toBe('delivered')
  expect(app.tokenRequests()).toBe(2)
})

test('workers sign in to a mail server with one token, and with one that replaces it when it is refused', async () => {
  const name = 'alerts@example.com'
  const server = await startSmtpFake({ user: { name, password: 'unused' } })
  let given = 0
  const identity = await startWebhookFake({
    answer: () => {
      given += 1
      return { status: 200, body: `{"access_token":"token-${given}","expires_in":3600}` }
    },
  })
  onTestFinished(async () => {
    await server.close()
    await identity.close()
  })
  const config = {
    host: '127.0.0.1',
    port: server.port,
    security: 'starttls',
    tlsTrust: testTlsIdentity.cert,
    username: name,
    authMethod: 'xoauth2',
    oauth: { tokenUrl: `${identity.url}/token`, clientId: 'highwater' },
    from: { address: name },
    to: ['one@example.com'],
  }
  const settingsWith = (clientSecret: string) => ({ config, secrets: { clientSecret } })
  const first = await aWorker('email', settingsWith('a-secret'))
  const second = await aWorker('email', settingsWith('a-secret'))
  server.behave({ accessToken: 'token-1' })
  expect((await first('M1')).kind).toBe('delivered')
  expect((await second('M2')).kind).toBe('delivered')
  expect(given).toBe(1)
  server.behave({ accessToken: 'token-2' })
  const both = await Promise.all([first('M3'), second('M4')])
  expect(both.map(({ kind }) => kind)).toEqual(['delivered', 'delivered'])
  expect(given).toBe(2)
  // Another secret is no reason to believe that the old token is still granted.
  server.behave({ accessToken: 'token-3' })
  expect((await (await aWorker('email', settingsWith('another')))('M5')).kind).toBe('delivered')
  expect(given).toBe(3)
})
