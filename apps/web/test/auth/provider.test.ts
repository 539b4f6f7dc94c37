import { setTimeout as pause } from 'node:timers/promises'
import { minutes, seconds } from '@highwater/core'
import { environmentProvider } from '@highwater/core/sign-in'
import {
  createSignInProvider,
  deleteSignInProvider,
  updateSignInProvider,
} from '@highwater/db/commands'
import { adminContext, anAccount, freshDatabase } from '@highwater/db/testing'
import { startIdentityProvider } from '@highwater/identity-provider'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { readSignedIn } from '../../src/server/auth/identify.ts'
import { finishSignIn } from '../../src/server/auth/provider/finish-sign-in.ts'
import { consoleUrl, servicesAt } from '../rest/api.fixture.ts'
import { hasSession, walk } from './journey.fixture.ts'
import { type ProviderScene, startProviderScene } from './provider.fixture.ts'

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

test('the first sign-in makes an account with what the rules give, the next one finds it', async () => {
  const first = await walk(services, 'wu')
  expect(first.to).toBe('/projects')
  expect(await who(first.headers)).toMatchObject({
    account: { email: 'wu@example.com', displayName: 'Wu Min', role: 'user' },
    actor: { departments: [{ id: department.id, role: 'operator' }] },
  })
  const rows = await fresh.db
    .sql`select target, operation, risk, after from audit_event order by id`
  expect(rows.slice(-2)).toMatchObject([
    { target: 'account', operation: 'creation', risk: 'critical' },
    { target: 'sign_in', operation: 'login' },
  ])
  const second = await walk(services, 'wu')
  expect((await who(second.headers))?.account.id).toBe((await who(first.headers))?.account.id)
  const [{ count = 0 } = {}] = await fresh.db.sql`select count(*)::int from account`
  expect(count).toBe(1)
})

test("without rules people of the environment's provider come in, as users without a department", async () => {
  const untouched = await freshDatabase(inject('postgresUrl'))
  const [row] = await untouched.db.sql`select rules, without_rule from sign_in_policy`
  await untouched.close()
  expect(row).toEqual({ rules: [], without_rule: 'environment' })
  provider.people.set('feng', { email: 'feng@example.com', email_verified: true, groups: ['dba'] })
  await setRules([], 'environment')
  const { headers } = await walk(services, 'feng')
  expect(await who(headers)).toMatchObject({
    account: { role: 'user' },
    actor: { departments: [] },
  })
  const id = (await who(headers))?.account.id ?? ''
  await fresh.db.sql`
    insert into membership (user_id, department_id, role) values (${id}, ${department.id}, 'viewer')`
  const rights = async () =>
    (await who((await walk(services, 'feng')).headers))?.actor.departments.map(({ role }) => role)
  // What an administrator gives to somebody of whom no rule speaks stays theirs.
  expect(await rights()).toEqual(['viewer'])
  await fresh.clock.advance(minutes(16))
  expect((await who(headers))?.actor.departments).toHaveLength(1)
  await setRules([dbaRule()], 'environment')
  expect(await rights()).toEqual(['operator'])
  // What a rule gave goes with the rule.
  await setRules([], 'environment')
  expect(await rights()).toEqual([])
})

test.each([
  [
    'another nonce',
    { request: (to: URL) => to.searchParams.set('nonce', 'of-somebody-else') },
    'nonce_mismatch',
  ],
  [
    'another state',
    { answer: (to: URL) => to.searchParams.set('state', 'of-somebody-else') },
    'state_mismatch',
  ],
  [
    'another PKCE challenge',
    { request: (to: URL) => to.searchParams.set('code_challenge', 'x'.repeat(43)) },
    'code_refused',
  ],
  [
    'a code that was made up',
    { answer: (to: URL) => to.searchParams.set('code', 'made-up') },
    'code_refused',
  ],
  [
    'another issuer',
    { answer: (to: URL) => to.searchParams.set('iss', 'https://evil.example') },
    'token_invalid',
  ],
] as const)('nobody comes in with %s', async (_what, spoil, reason) => {
  const { to, headers } = await walk(services, 'wu', spoil)
  expect(to).toBe(`/sign-in?refused=${reason}`)
  expect(hasSession(headers)).toBe(false)
  expect(await newestAudit()).toMatchObject({ action: 'sign_in', result: 'refused', reason })
})

test('nobody comes in with a code that has expired', async () => {
  provider.lifetimes.codeSeconds = 1
  const answer = () => pause(1_000)
  expect((await walk(services, 'wu', { answer })).to).toBe('/sign-in?refused=code_refused')
})

test('a code works once', async () => {
  const { to, again } = await walk(services, 'wu')
  expect(to).toBe('/projects')
  expect(await again?.()).toContain('refused=code_refused')
})

test('who cancels at the provider is told so', async () => {
  expect((await walk(services, '')).to).toBe('/sign-in?refused=refused_at_provider')
})

test.each([
  [{ email: 'li@example.com', email_verified: false, groups: ['dba'] }, 'email_unverified'],
  [{ groups: ['dba'] }, 'email_missing'],
  [{ email: 'li@example.com', email_verified: true, groups: ['sales'] }, 'no_rule'],
])('%j is refused as %s, and no account is made', async (person, reason) => {
  provider.people.set('li', person)
  expect((await walk(services, 'li')).to).toBe(`/sign-in?refused=${reason}`)
  const found = await fresh.db.sql`select from account where email = 'li@example.com'`
  expect(found).toHaveLength(0)
  expect(await newestAudit()).toMatchObject({ result: 'refused', reason })
})

test('an existing account is linked by a verified address only when an admin allows it', async () => {
  const { actor, email } = await anAccount(fresh.db, { role: 'auditor' })
  provider.people.set('han', { email, email_verified: true, groups: ['dba'] })
  expect((await walk(services, 'han')).to).toBe('/sign-in?refused=account_exists')
  await fresh.db.sql`update sign_in_policy set environment_links_by_email = true`
  const { headers } = await walk(services, 'han')
  await fresh.db.sql`update sign_in_policy set environment_links_by_email = false`
  expect((await who(headers))?.account).toMatchObject({ id: actor.id, role: 'user' })
  expect((await walk(services, 'han')).to).toBe('/projects')
})

test('an account that is linked without a rule has no rights but those that are given to it then', async () => {
  const { email, actor } = await anAccount(fresh.db, { role: 'auditor' })
  provider.people.set('lin', { email, email_verified: true, groups: [] })
  await setRules([dbaRule()], 'environment')
  await fresh.db.sql`update sign_in_policy set environment_links_by_email = true`
  const { headers } = await walk(services, 'lin')
  await fresh.db.sql`update sign_in_policy set environment_links_by_email = false`
  expect((await who(headers))?.account).toMatchObject({ id: actor.id, role: 'user' })
  await fresh.db.sql`update account set role = 'auditor' where id = ${actor.id}`
  expect((await who((await walk(services, 'lin')).headers))?.account.role).toBe('auditor')
})

test('the last admin stays admin whatever the rules say', async () => {
  const { email, actor } = await anAccount(fresh.db, { role: 'admin' })
  provider.people.set('root', { email, email_verified: true, groups: ['dba'] })
  await fresh.db.sql`update sign_in_policy set environment_links_by_email = true`
  const { headers } = await walk(services, 'root')
  await fresh.db.sql`update sign_in_policy set environment_links_by_email = false`
  expect((await who(headers))?.account).toMatchObject({ id: actor.id, role: 'admin' })
})

test('a disabled account stays out', async () => {
  const { headers } = await walk(services, 'wu')
  const id = (await who(headers))?.account.id ?? ''
  await fresh.db.sql`update account set disabled_at = now() where id = ${id}`
  expect((await walk(services, 'wu')).to).toBe('/sign-in?refused=disabled')
  await fresh.db.sql`update account set disabled_at = null where id = ${id}`
})

test('clocks may differ as far as is allowed and no further', async () => {
  provider.lifetimes.idTokenSeconds = 60
  await fresh.clock.advance(seconds(80))
  expect((await walk(services, 'wu')).to).toBe('/projects')
  await fresh.clock.advance(seconds(40))
  expect((await walk(services, 'wu')).to).toBe('/sign-in?refused=token_expired')
})

test('no stranger fills the audit through the addresses of a provider, nor begins without end', async () => {
  const origin = { id: 'test', ip: '192.0.2.77', userAgent: null }
  const [before] = await fresh.db.sql`select max(id)::int as id from audit_event`
  const back = () => {
    const [key, headers] = [environmentProvider, new Headers()]
    return finishSignIn(services, { key, search: '?code=x&state=y', headers, origin })
  }
  const answers = await Promise.all(Array.from({ length: 120 }, back))
  const to = answers.map((answer) => answer.headers.get('location')?.split('=')[1])
  expect(to.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 'attempt_unknown'))
  expect(to.at(-1)).toBe('too_many_attempts')
  const rows = await fresh.db.sql`
    select reason, ip, target_id from audit_event where id > ${before?.id ?? 0}`
  const target_id = environmentProvider
  expect(rows).toEqual([{ reason: 'attempt_unknown', ip: '192.0.2.77', target_id }])
})

test('two first sign-ins of one person at once make one account', async () => {
  provider.people.set('zhao', { email: 'zhao@example.com', email_verified: true, groups: ['dba'] })
  const both = await Promise.all([walk(services, 'zhao'), walk(services, 'zhao')])
  expect(both.map(({ to }) => to)).toEqual(['/projects', '/projects'])
  const found = await fresh.db.sql`select from account where email = 'zhao@example.com'`
  expect(found).toHaveLength(1)
})

test('a provider of the console is reached only where channels may reach, with told endpoints too', async () => {
  const context = await adminContext(fresh.db, services.sealer)
  const given = {
    name: 'Inside',
    issuer: provider.issuer,
    clientId: 'highwater',
    clientSecret: 'x',
  }
  const { id } = await createSignInProvider(context, given)
  const there = { provider: id }
  expect((await walk(services, 'wu', there)).to).toBe('/sign-in?refused=provider_misconfigured')

  const callback = `${consoleUrl}/api/auth/callback/${id}`
  const own = await startIdentityProvider({
    redirectUris: [callback],
    clientAuthentication: 'client_secret_post',
  })
  own.people.set('qian', { email: 'qian@example.com', email_verified: true, groups: ['dba'] })
  const { issuer } = own
  await updateSignInProvider(context, {
    provider: id,
    issuer,
    clientSecret: 'wrong',
    clientAuthentication: 'client_secret_post',
    endpoints: {
      authorization: `${issuer}/auth`,
      token: `${issuer}/token`,
      jwks: `${issuer}/jwks`,
    },
  })
  const allowed = servicesAt(fresh.url, { HIGHWATER_ALLOWED_NETWORKS: '127.0.0.1' })
  expect((await walk(allowed, 'qian', there)).to).toBe('/sign-in?refused=client_refused')
  await updateSignInProvider(context, { provider: id, clientSecret: own.clientSecret })
  const { to, headers } = await walk(allowed, 'qian', there)
  expect(to).toBe('/projects')
  await deleteSignInProvider(context, { provider: id })
  expect(await readSignedIn(headers, allowed)).toBeNull()
  expect((await walk(allowed, 'qian', there)).to).toBe('/sign-in?refused=provider_unknown')
  await own.close()
  await allowed.live.close()
  await allowed.db.close()
})

test('what is kept of tokens is sealed, and no secret reaches the audit', async () => {
  await walk(services, 'wu')
  const kept = await fresh.db.sql`select * from session_grant`
  const audit = await fresh.db.sql`select * from audit_event`
  const text = JSON.stringify([kept, audit])
  // The three parts of a token; sealed text has no dots, but may begin like one by chance.
  expect(text).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/)
  expect(text).not.toContain(provider.clientSecret)
})
