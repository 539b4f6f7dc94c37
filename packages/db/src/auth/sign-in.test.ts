import { hours, minutes } from '@highwater/core'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aDepartment, anAccount } from '../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'
import { testSealer as sealer } from '../../testing/sealer.ts'
import { countWaiting } from '../../testing/standing-still.ts'
import { connect } from '../client/index.ts'
import { account, auditEvent, session } from '../schema/index.ts'
import { ensureAdmin, readSession, signIn, signOut } from './index.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const origin = { id: 'request-1', ip: '192.0.2.1', userAgent: 'a browser' }
const password = 'correct horse battery'
const attempt = (email: string, given = password) =>
  signIn(fresh.db, { email, password: given, origin, sealer })
/** In whole minutes, as seconds of it pass on a busy machine before anybody asks. */
const inMinutes = (answer: Awaited<ReturnType<typeof attempt>>) =>
  'retryAfterSeconds' in answer
    ? { ...answer, retryAfterSeconds: 60 * Math.ceil(answer.retryAfterSeconds / 60) }
    : answer

async function enter(email: string) {
  const result = await attempt(email)
  if (!result.ok) throw new Error(result.reason)
  return result
}

test('the right password opens a session that knows the person and their departments', async () => {
  const { id } = await aDepartment(fresh.db)
  const departments = [{ id, role: 'manager' as const }]
  const { email, actor } = await anAccount(fresh.db, { password, departments })
  const result = await enter(` ${email.toUpperCase()} `)
  expect(result).toMatchObject({ actor, account: { email, role: 'user' } })
  expect(await readSession(fresh.db, result.session.id)).toMatchObject({
    actor,
    account: { email },
  })
  await expectAudit(fresh.db, {
    action: 'sign_in',
    operation: 'login',
    result: 'succeeded',
    targetName: email,
    actorId: actor.id,
    ip: '192.0.2.1',
  })
  const [row] = await fresh.db.orm.select().from(session).where(eq(session.id, result.session.id))
  expect(row).toMatchObject({ ip: '192.0.2.1', userAgent: 'a browser' })
})

test('a wrong password and an unknown address get the same answer, and both are audited', async () => {
  const { email } = await anAccount(fresh.db, { password })
  const wrong = await attempt(email, 'wrong')
  await expectAudit(fresh.db, {
    action: 'sign_in',
    result: 'refused',
    reason: 'wrong_credentials',
    actorType: 'anonymous',
    targetName: email,
  })
  const unknown = await attempt('nobody@example.com')
  expect(unknown).toEqual(wrong)
  await expectAudit(fresh.db, {
    result: 'refused',
    actorName: 'nobody@example.com',
    targetId: null,
  })
})

test('what was typed instead of an address is not kept', async () => {
  await attempt('my secret password', '')
  const [audited] = await expectAudit(fresh.db, { result: 'refused', actorName: 'unknown' })
  expect(JSON.stringify(audited)).not.toContain('my secret password')
})

test('an account without a password cannot be signed in to', async () => {
  const { email } = await anAccount(fresh.db)
  expect(await attempt(email, '')).toEqual({ ok: false, reason: 'wrong_credentials' })
})

test('five failures in a row lock the account, for longer each time, and time opens it', async () => {
  const { email } = await anAccount(fresh.db, { password })
  for (let count = 0; count < 5; count += 1) await attempt(email, 'wrong')
  expect(inMinutes(await attempt(email))).toEqual({
    ...{ ok: false, reason: 'locked' },
    retryAfterSeconds: 60,
  })
  await expectAudit(fresh.db, { result: 'refused', reason: 'locked' })
  await fresh.clock.advance(minutes(1))
  await attempt(email, 'wrong')
  expect(inMinutes(await attempt(email))).toMatchObject({
    reason: 'locked',
    retryAfterSeconds: 120,
  })
  await fresh.clock.advance(minutes(2))
  await enter(email)
  await attempt(email, 'wrong')
  await enter(email)
})

test('an address that nobody has an account under locks like one that somebody has', async () => {
  const { email } = await anAccount(fresh.db, { password })
  const answersFor = async (address: string) => {
    const answers = []
    for (let count = 0; count < 6; count += 1) answers.push(await attempt(address, 'wrong'))
    await fresh.clock.advance(minutes(1))
    for (let count = 0; count < 2; count += 1) answers.push(await attempt(address, 'wrong'))
    return answers.map(inMinutes)
  }
  const known = await answersFor(email)
  expect(known.at(-1)).toMatchObject({ reason: 'locked', retryAfterSeconds: 120 })
  expect(await answersFor('not-here@example.com')).toEqual(known)
})

test('guesses that arrive at once are counted one by one', async () => {
  const { email } = await anAccount(fresh.db, { password })
  const aside = connect(fresh.url, { name: 'aside', maxConnections: 2 })
  const release = Promise.withResolvers<void>()
  const locked = Promise.withResolvers<void>()
  const holder = aside.sql.begin(async (tx) => {
    await tx`select from account where email = ${email} for update`
    locked.resolve()
    await release.promise
  })
  await locked.promise
  const guesses = Promise.all(Array.from({ length: 5 }, () => attempt(email, 'wrong')))
  const waiting = () => countWaiting(aside)
  await expect.poll(waiting).toBeGreaterThanOrEqual(5)
  release.resolve()
  await Promise.all([holder, guesses])
  await aside.close()
  expect(await attempt(email)).toMatchObject({ ok: false, reason: 'locked' })
})

test('a disabled account is told so with the right password only', async () => {
  const { email, actor } = await anAccount(fresh.db, { password })
  const { session: opened } = await enter(email)
  await fresh.db.sql`update account set disabled_at = now() where id = ${actor.id}`
  expect(await attempt(email)).toEqual({ ok: false, reason: 'disabled' })
  expect(await attempt(email, 'wrong')).toEqual({ ok: false, reason: 'wrong_credentials' })
  expect(await readSession(fresh.db, opened.id)).toBeNull()
})

test('a session lives as long as it is used and ends 12 hours after', async () => {
  const { email } = await anAccount(fresh.db, { password })
  const { session: opened } = await enter(email)
  await fresh.clock.advance(hours(11))
  expect(await readSession(fresh.db, opened.id)).not.toBeNull()
  await fresh.clock.advance(hours(11))
  expect(await readSession(fresh.db, opened.id)).not.toBeNull()
  await fresh.clock.advance(hours(12))
  expect(await readSession(fresh.db, opened.id)).toBeNull()
})

test('reading a session writes at most once a minute', async () => {
  const { email } = await anAccount(fresh.db, { password })
  const { session: opened } = await enter(email)
  const lastSeen = async () =>
    (await fresh.db.orm.select().from(session).where(eq(session.id, opened.id)))[0]?.lastSeenAt
  const first = await lastSeen()
  await readSession(fresh.db, opened.id)
  expect(await lastSeen()).toBe(first)
  await fresh.clock.advance(minutes(1))
  await readSession(fresh.db, opened.id)
  expect(await lastSeen()).toBeGreaterThan(first ?? 0)
})

test('whoever signs out is out, once', async () => {
  const { email } = await anAccount(fresh.db, { password })
  const { session: opened } = await enter(email)
  await signOut(fresh.db, { sessionId: opened.id, origin, sealer })
  expect(await readSession(fresh.db, opened.id)).toBeNull()
  await expectAudit(fresh.db, { action: 'sign_out', operation: 'logoff', targetName: email })
  await expectNoAudit(fresh.db, () => signOut(fresh.db, { sessionId: opened.id, origin, sealer }))
})

test('a session id that is none is nobody', async () => {
  expect(await readSession(fresh.db, 'no-session')).toBeNull()
  expect(await readSession(fresh.db, '0198c0de-0000-7000-8000-000000000000')).toBeNull()
})

test('the admin of the environment is made once, however many processes start', async () => {
  const input = { email: 'Root@example.com', password: 'a password for root' }
  const results = await Promise.all([
    ensureAdmin(fresh.db, sealer, input),
    ensureAdmin(fresh.db, sealer, input),
  ])
  expect(results.sort()).toEqual(['created', 'present'])
  await expectAudit(fresh.db, {
    action: 'account.setUp',
    actorType: 'system',
    targetName: 'root@example.com',
  })
  const count = await fresh.db.orm.$count(auditEvent)
  expect(await ensureAdmin(fresh.db, sealer, { ...input, email: 'second@example.com' })).toBe(
    'present',
  )
  expect(await fresh.db.orm.$count(auditEvent)).toBe(count)
  const result = await attempt('root@example.com', input.password)
  expect(result).toMatchObject({ ok: true, account: { role: 'admin' } })
})

test('an account that has the address of the environment becomes admin when there is none', async () => {
  const { email, actor } = await anAccount(fresh.db)
  await fresh.db.sql`update account set disabled_at = now() where role = 'admin'`
  expect(await ensureAdmin(fresh.db, sealer, { email, password: 'a password for root' })).toBe(
    'created',
  )
  const [row] = await fresh.db.orm.select().from(account).where(eq(account.id, actor.id))
  expect(row).toMatchObject({ role: 'admin', disabledAt: null })
})

test('a bad address or a weak password in the environment is named', async () => {
  await expect(
    ensureAdmin(fresh.db, sealer, { email: 'root', password: 'short' }),
  ).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path: 'email' }, { path: 'password' }],
  })
})
