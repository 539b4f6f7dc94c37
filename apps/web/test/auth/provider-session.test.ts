import { minutes } from '@highwater/core'
import { environmentProvider } from '@highwater/core/sign-in'
import { actorOfToken } from '@highwater/db/auth'
import { createToken } from '@highwater/db/commands'
import { type IdentityProvider, startIdentityProvider } from '@highwater/identity-provider'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { identifyBrowser, readSignedIn } from '../../src/server/auth/identify.ts'
import { logoutAddress } from '../../src/server/auth/provider/logout-address.ts'
import { commandContext } from '../../src/server/command-context.ts'
import { consoleUrl, servicesAt } from '../rest/api.fixture.ts'
import { walk } from './journey.fixture.ts'
import { type ProviderScene, rule, startProviderScene } from './provider.fixture.ts'

let scene: ProviderScene
let provider: ProviderScene['provider']
let fresh: ProviderScene['fresh']
let services: ProviderScene['services']
let department: ProviderScene['department']
let setRules: ProviderScene['setRules']
let dbaRule: ProviderScene['dbaRule']
let who: ProviderScene['who']
let newestAudit: ProviderScene['newestAudit']

beforeAll(async () => {
  scene = await startProviderScene(inject('postgresUrl'))
  ;({ provider, fresh, services, department, setRules, dbaRule, who, newestAudit } = scene)
})
afterAll(() => scene.close())
beforeEach(() => scene.begin())

test('a group that is taken away takes its rights away within the session, the last one ends it', async () => {
  await setRules([dbaRule(), rule({ value: 'staff' })])
  provider.people.set('sun', {
    email: 'sun@example.com',
    email_verified: true,
    groups: ['dba', 'staff'],
  })
  const { headers } = await walk(services, 'sun')
  provider.people.set('sun', { email: 'sun@example.com', email_verified: true, groups: ['staff'] })
  expect((await who(headers))?.actor.departments).toHaveLength(1)
  await fresh.clock.advance(minutes(16))
  expect((await who(headers))?.actor.departments).toEqual([])
  provider.people.set('sun', { email: 'sun@example.com', email_verified: true, groups: [] })
  await fresh.clock.advance(minutes(16))
  expect(await who(headers)).toBeNull()
  expect(await newestAudit()).toMatchObject({
    action: 'session.revoke',
    after: { because: 'no_rule' },
  })
})

test.each(['at the next check', 'at the next sign-in'])(
  'a token for programs loses with its person, %s, what the rules gave',
  async (when) => {
    const login = when.replaceAll(' ', '-')
    const person = { email: `${login}@example.com`, email_verified: true }
    provider.people.set(login, { ...person, groups: ['dba'] })
    const { headers } = await walk(services, login)
    const caller = await identifyBrowser(headers, services)
    const origin = { id: 'test', ip: null, userAgent: null }
    const { token } = await createToken(commandContext(services, caller, origin), {
      name: 'script',
      scope: 'manage',
    })
    const departments = async () => {
      const presented = { token, origin, sealer: services.sealer }
      return (await actorOfToken(fresh.db, presented))?.actor.onBehalfOf?.departments
    }
    expect(await departments()).toHaveLength(1)
    provider.people.set(login, { ...person, groups: [] })
    if (when === 'at the next sign-in') await walk(services, login)
    else {
      await fresh.clock.advance(minutes(16))
      expect(await who(headers)).toBeNull()
    }
    expect(await departments()).toEqual([])
    const [taken] = await fresh.db.sql`
      select before, after from audit_event
      where target = 'account' and operation = 'modification' and target_name = ${person.email}`
    expect(taken?.before.departments).toEqual({ [department.name]: 'operator' })
    expect(taken?.after.departments).toEqual({})
    provider.people.set(login, { ...person, groups: ['dba'] })
    await walk(services, login)
    expect(await departments()).toHaveLength(1)
  },
)

test('who is gone at the provider is out, who has no refresh token signs in anew after half a day', async () => {
  const gone = await walk(services, 'wu')
  provider.setRefresh(false)
  const unchecked = await walk(services, 'wu')
  provider.people.clear()
  await fresh.clock.advance(minutes(16))
  expect(await who(gone.headers)).toBeNull()
  expect(await who(unchecked.headers)).not.toBeNull()
  await fresh.clock.advance(minutes(11 * 60))
  expect(await who(unchecked.headers)).not.toBeNull()
  await fresh.clock.advance(minutes(60))
  expect(await who(unchecked.headers)).toBeNull()
})

test('what one issuer gave is shown to no other that takes its place in the settings', async () => {
  const { headers } = await walk(services, 'wu')
  const other = await startIdentityProvider({ redirectUris: [consoleUrl] })
  const moved = servicesAt(fresh.url, {
    OIDC_ISSUER: other.issuer,
    OIDC_CLIENT_ID: other.clientId,
    OIDC_CLIENT_SECRET: other.clientSecret,
  })
  await fresh.clock.advance(minutes(16))
  expect(await readSignedIn(headers, moved)).toBeNull()
  expect(await newestAudit()).toMatchObject({ after: { because: 'provider_unknown' } })
  await other.close()
  await moved.live.close()
  await moved.db.close()
})

test('logout leads to the provider, with the token that it asks for, and back to the sign-in page', async () => {
  const { headers } = await walk(services, 'wu')
  const sessionId = (await who(headers))?.session.id
  const address = new URL((sessionId && (await logoutAddress(services, sessionId))) ?? '')
  expect(address.origin).toBe(provider.issuer)
  expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${consoleUrl}/sign-in`)
  expect(address.searchParams.get('id_token_hint')).toMatch(/^eyJ/)
})

test('while the provider is down, nobody new comes in and sessions live on for a while', async () => {
  const redirectUris = [`${consoleUrl}/api/auth/callback/${environmentProvider}`]
  const own = await startIdentityProvider({ redirectUris })
  own.people.set('wu', { email: 'wu.there@example.com', email_verified: true, groups: ['dba'] })
  const gone = await startIdentityProvider({ redirectUris })
  const at = ({ issuer, clientId, clientSecret }: IdentityProvider) =>
    servicesAt(fresh.url, {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
    })
  const [away, unknown] = [at(own), at(gone)]
  const { headers } = await walk(away, 'wu')
  await Promise.all([own.close(), gone.close()])
  expect((await walk(unknown, 'wu')).to).toBe('/sign-in?refused=provider_unreachable')
  expect(await newestAudit()).toMatchObject({ result: 'refused', reason: 'provider_unreachable' })
  await fresh.clock.advance(minutes(16))
  expect(await readSignedIn(headers, away)).not.toBeNull()
  await fresh.clock.advance(minutes(6 * 60))
  expect(await readSignedIn(headers, away)).not.toBeNull()
  await fresh.clock.advance(minutes(6 * 60))
  expect(await readSignedIn(headers, away)).toBeNull()
  for (const { live, db } of [away, unknown]) {
    await live.close()
    await db.close()
  }
})
