import { signIn, signOut } from '@highwater/db/auth'
import { anAccount } from '@highwater/db/testing'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { identify } from '../../src/server/auth/identify.ts'
import { sessionCookieName } from '../../src/server/auth/session-cookie.ts'
import { sealSessionId } from '../../src/server/auth/session-token.ts'
import { type Api, consoleUrl, startApi } from '../rest/api.fixture.ts'

const password = 'a long enough password'
const origin = { id: 'test', ip: null, userAgent: null }

let api: Api
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

/** A person who has signed in, and the cookie their browser holds. */
async function aBrowser() {
  const { db, sealer, environment } = api.services
  const { actor, email } = await anAccount(db, { role: 'admin', password })
  const result = await signIn(db, { email, password, origin, sealer })
  if (!result.ok) throw new Error(`cannot sign in: ${result.reason}`)
  const { id } = result.session
  const sealed = await sealSessionId(id, environment.HIGHWATER_SECRET)
  const cookie = `theme=dark; ${sessionCookieName(environment)}=${sealed}`
  const who = () => identify(new Headers({ cookie }), api.services, origin)
  return { actor, sessionId: id, cookie, who }
}

describe('A browser with a session', () => {
  test('is the person who signed in', async () => {
    const { actor, who } = await aBrowser()
    expect((await who()).actor).toEqual(actor)
  })

  test('is a stranger as soon as the session is revoked', async () => {
    const { sessionId, who } = await aBrowser()
    await signOut(api.services.db, { sessionId, origin, sealer: api.services.sealer })
    expect((await who()).actor).toEqual({ type: 'anonymous' })
  })

  test('is a stranger as soon as the account is disabled', async () => {
    const { actor, who } = await aBrowser()
    await api.fresh.db.sql`update account set disabled_at = now() where id = ${actor.id}`
    expect((await who()).actor).toEqual({ type: 'anonymous' })
  })

  test('is a stranger with a cookie that another key has sealed, or none', async () => {
    const { sessionId } = await aBrowser()
    const forged = await sealSessionId(sessionId, [{ id: 'x', key: new Uint8Array(32) }])
    for (const value of [forged, sessionId, '', '%']) {
      const cookie = `${sessionCookieName(api.services.environment)}=${value}`
      const { actor } = await identify(new Headers({ cookie }), api.services, origin)
      expect(actor).toEqual({ type: 'anonymous' })
    }
  })

  test('stays signed in while the secret is rotated', async () => {
    const { sessionId } = await aBrowser()
    const old = { id: 'old', key: new Uint8Array(32).fill(9) }
    const sealed = await sealSessionId(sessionId, [old])
    const environment = {
      ...api.services.environment,
      HIGHWATER_SECRET: [{ id: 'new', key: new Uint8Array(32).fill(8) }, old],
    }
    const headers = new Headers({ cookie: `${sessionCookieName(environment)}=${sealed}` })
    const { actor } = await identify(headers, { ...api.services, environment }, origin)
    expect(actor.type).toBe('user')
  })
})

describe('The API with a cookie instead of a token', () => {
  const body = { name: 'by cookie', kind: 'migration' }

  test('may be read', async () => {
    const { cookie } = await aBrowser()
    expect((await api.ask('GET', '/projects', { token: null, headers: { cookie } })).status).toBe(
      200,
    )
  })

  test.for([
    ['another site', { origin: 'https://evil.example' }],
    ['nobody knows where', {}],
    ['a sandboxed page', { origin: 'null' }],
    ['another site without an origin', { 'sec-fetch-site': 'cross-site' }],
  ] as const)('takes no change from %s', async ([, headers]) => {
    const { cookie } = await aBrowser()
    const asked = { token: null, body, headers: { cookie, ...headers } }
    const answer = await api.ask('POST', '/projects', asked)
    expect(answer.body).toMatchObject({ status: 403, code: 'forbidden' })
  })

  test('takes changes from the console', async () => {
    const { cookie } = await aBrowser()
    const asked = { token: null, body, headers: { cookie, origin: consoleUrl } }
    expect((await api.ask('POST', '/projects', asked)).status).toBe(201)
  })
})

describe('The cookie', () => {
  test('is bound to https and to this host where the public address is https', () => {
    expect(sessionCookieName({ HIGHWATER_URL: 'https://alerts.example.com' })).toMatch(/^__Host-/)
    expect(sessionCookieName({ HIGHWATER_URL: 'http://127.0.0.1:3000' })).toBe('highwater.session')
  })
})
