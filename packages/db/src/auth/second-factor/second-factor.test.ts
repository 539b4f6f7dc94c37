import { hours, type Instant, minutes, seconds } from '@highwater/core'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { expectAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { testSealer as sealer } from '../../../testing/sealer.ts'
import {
  beginOwnSecondFactor,
  confirmOwnSecondFactor,
  removeOwnSecondFactor,
  renewOwnRecoveryCodes,
  resetPassword,
  resetSecondFactor,
  updateLocalSignIn,
  updateUser,
} from '../../commands/index.ts'
import { readAccountAccess } from '../../queries/index.ts'
import { account, identity } from '../../schema/index.ts'
import {
  beginSetUpAtSignIn,
  confirmSetUpAtSignIn,
  leaveSetUpAtSignIn,
  passSecondFactor,
  readSession,
  readUnfinishedSignIn,
  replacePassword,
  signIn,
} from '../index.ts'
import type { SignInResult } from '../let-in.ts'
import { codeAt } from './device-code.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const origin = { id: 'r', ip: '192.0.2.9', userAgent: 'a browser' }
const password = 'correct horse battery'
const attempt = (email: string, given = password) =>
  signIn(fresh.db, { email, password: given, origin, sealer })
const now = async () => {
  const [row] = await fresh.db.sql<{ now: Instant }[]>`select now() as now`
  return row?.now ?? (0 as Instant)
}

/** The session of a sign-in that has come to this step. */
function at(step: string, result: SignInResult): string {
  if (result.ok || result.reason !== 'unfinished') throw new Error(JSON.stringify(result))
  expect(result.step).toBe(step)
  return result.session
}

async function aPersonWithDevice(role: 'user' | 'admin' = 'user') {
  const { actor, email } = await anAccount(fresh.db, { password, role })
  const own = contextOf(fresh.db, actor)
  const { secret } = await beginOwnSecondFactor(own, {})
  const { recoveryCodes } = await confirmOwnSecondFactor(own, {
    code: codeAt(secret, await now()),
  })
  await fresh.clock.advance(minutes(2))
  return { actor, email, own, secret, recoveryCodes }
}

const give = (sessionId: string, code: string) =>
  passSecondFactor(fresh.db, { sessionId, code, origin, sealer })

test('the password alone opens nothing, the code of the app does, and only once', async () => {
  const { email, actor, secret } = await aPersonWithDevice()
  const sessionId = at('second_factor', await attempt(email))
  expect(await readSession(fresh.db, sessionId)).toBeNull()
  expect(await readUnfinishedSignIn(fresh.db, sessionId)).toMatchObject({ email })
  expect(await give(sessionId, '000000')).toEqual({ ok: false, reason: 'wrong_code' })
  await expectAudit(fresh.db, { result: 'refused', reason: 'wrong_code', targetName: email })
  const code = codeAt(secret, await now())
  const entered = await give(sessionId, ` ${code.slice(0, 3)} ${code.slice(3)}`)
  expect(entered).toMatchObject({ ok: true, actor })
  expect(entered.ok && entered.session.id).not.toBe(sessionId)
  expect(await give(sessionId, code)).toEqual({ ok: false, reason: 'attempt_over' })
  const again = at('second_factor', await attempt(email))
  expect(await give(again, code)).toEqual({ ok: false, reason: 'wrong_code' })
})

test('a sign-in that began without a second factor does not end without the one set up meanwhile', async () => {
  const admin = await adminContext(fresh.db)
  const { actor, email } = await anAccount(fresh.db, { password })
  await fresh.db.sql`update account set password_must_change = true where id = ${actor.id}`
  const early = at('new_password', await attempt(email))
  await fresh.db.sql`update account set password_must_change = false where id = ${actor.id}`
  await updateLocalSignIn(admin, { secondFactorFor: 'everybody' })
  const step = 'set_up_second_factor'
  const [guesser, owner] = [at(step, await attempt(email)), at(step, await attempt(email))]
  await updateLocalSignIn(admin, { secondFactorFor: 'nobody' })
  const device = await beginSetUpAtSignIn(fresh.db, { sessionId: owner, sealer })
  const code = codeAt(device?.secret ?? '', await now())
  await confirmSetUpAtSignIn(fresh.db, { sessionId: owner, code, origin, sealer })
  const over = { ok: false, reason: 'attempt_over' }
  const newPassword = 'a password of the guesser'
  const taken = { sessionId: early, newPassword, origin, sealer }
  expect(await replacePassword(fresh.db, taken)).toEqual(over)
  expect(await leaveSetUpAtSignIn(fresh.db, { sessionId: guesser, origin, sealer })).toEqual(over)
  const left = await leaveSetUpAtSignIn(fresh.db, { sessionId: owner, origin, sealer })
  expect(left).toMatchObject({ ok: true })
})

test('a secret that was begun and left is not the one that is set up later', async () => {
  const { actor } = await anAccount(fresh.db, { password })
  const own = contextOf(fresh.db, actor)
  const { secret } = await beginOwnSecondFactor(own, {})
  expect((await beginOwnSecondFactor(own, {})).secret).toBe(secret)
  await fresh.clock.advance(minutes(16))
  expect((await beginOwnSecondFactor(own, {})).secret).not.toBe(secret)
})

test('a recovery code lets in once, and wrong codes lock like wrong passwords', async () => {
  const { email, actor, recoveryCodes } = await aPersonWithDevice()
  expect(recoveryCodes).toHaveLength(10)
  const [first = '', second = ''] = recoveryCodes
  const sessionId = at('second_factor', await attempt(email))
  expect(await give(sessionId, first.toUpperCase().replaceAll('-', ' '))).toMatchObject({
    ok: true,
  })
  expect(await readAccountAccess(fresh.db, actor, actor.id)).toMatchObject({
    recoveryCodesLeft: 9,
    sessions: [{ ip: '192.0.2.9' }],
  })
  const again = at('second_factor', await attempt(email))
  for (let count = 0; count < 4; count += 1) await give(again, '000000')
  // The password being right says nothing of the second factor, so it does not begin the count anew.
  const other = at('second_factor', await attempt(email))
  expect(await give(other, first)).toEqual({ ok: false, reason: 'wrong_code' })
  expect(await give(other, second)).toMatchObject({ reason: 'locked', retryAfterSeconds: 60 })
  expect(await attempt(email)).toMatchObject({ reason: 'locked' })
})

test('a sign-in that is not ended in a quarter of an hour begins anew', async () => {
  const { email, secret } = await aPersonWithDevice()
  const sessionId = at('second_factor', await attempt(email))
  await fresh.clock.advance(minutes(16))
  const code = codeAt(secret, await now())
  expect(await give(sessionId, code)).toEqual({ ok: false, reason: 'attempt_over' })
})

test('neither secret nor codes can be read in the database or the audit', async () => {
  const { secret, recoveryCodes } = await aPersonWithDevice()
  const rows = await fresh.db.sql`
    select to_jsonb(s)::text as row from second_factor s union all
    select to_jsonb(r)::text from recovery_code r union all
    select to_jsonb(a)::text from audit_event a`
  const all = rows.map(({ row }) => row).join()
  for (const kept of [secret, ...recoveryCodes]) expect(all).not.toContain(kept)
})

test('only with a code does its owner renew recovery codes or give the second factor up', async () => {
  const { own, actor, secret } = await aPersonWithDevice()
  for (const change of [renewOwnRecoveryCodes, removeOwnSecondFactor]) {
    await expect(change(own, { code: '000000' })).rejects.toMatchObject({
      faults: [{ path: 'code' }],
    })
  }
  const [row] = await fresh.db.orm.select().from(account).where(eq(account.id, actor.id))
  expect(row?.failedSignIns).toBe(2)
  await renewOwnRecoveryCodes(own, { code: codeAt(secret, await now()) })
  await fresh.clock.advance(seconds(90))
  await removeOwnSecondFactor(own, { code: codeAt(secret, await now()) })
  await expectAudit(fresh.db, { action: 'account.update', targetId: actor.id })
  expect(await readAccountAccess(fresh.db, actor, actor.id)).toMatchObject({
    secondFactorSince: null,
    recoveryCodesLeft: 0,
  })
})

test('an admin gives an initial password that must be replaced, and takes a lost device away', async () => {
  const admin = await adminContext(fresh.db)
  const { email, actor } = await aPersonWithDevice()
  await expect(resetPassword(contextOf(fresh.db, actor), { user: actor.id })).rejects.toMatchObject(
    { code: 'forbidden' },
  )
  const { password: initial } = await resetPassword(admin, { user: actor.id })
  const [audited] = await expectAudit(fresh.db, { action: 'password.reset', targetName: email })
  expect(JSON.stringify(audited)).not.toContain(initial)
  await resetSecondFactor(admin, { user: actor.id })
  await expectAudit(fresh.db, { action: 'secondFactor.reset', targetName: email })
  expect(await attempt(email)).toMatchObject({ reason: 'wrong_credentials' })

  const sessionId = at('new_password', await attempt(email, initial))
  const replace = (newPassword: string) =>
    replacePassword(fresh.db, { sessionId, newPassword, origin, sealer })
  for (const weak of ['password1234', initial, email]) {
    await expect(replace(weak)).rejects.toMatchObject({ faults: [{ path: 'newPassword' }] })
  }
  expect(await replace('another good password')).toMatchObject({ ok: true })
  const [changed] = await expectAudit(
    fresh.db,
    {
      action: 'account.update',
      targetName: email,
      after: { passwordChanged: true, endedSessions: 0 },
    },
    { action: 'sign_in', targetName: email, after: { passed: 'new_password' } },
  )
  expect(JSON.stringify(changed)).not.toContain('another good password')
  expect(await attempt(email, 'another good password')).toMatchObject({ ok: true })
})

test('an initial password that nobody used for a week is worth nothing', async () => {
  const admin = await adminContext(fresh.db)
  const { email, actor } = await anAccount(fresh.db)
  const { password: initial } = await resetPassword(admin, { user: actor.id })
  await fresh.clock.advance(hours(24 * 7))
  expect(await attempt(email, initial)).toEqual({ ok: false, reason: 'initial_password_expired' })
  expect(await attempt(email, 'wrong')).toEqual({ ok: false, reason: 'wrong_credentials' })
})

test('where it is required a second factor is set up before anybody is in, and kept', async () => {
  const admin = await adminContext(fresh.db)
  await updateLocalSignIn(admin, { secondFactorFor: 'admins' })
  await expectAudit(fresh.db, { action: 'signIn.write', risk: 'urgent' })
  const plain = await anAccount(fresh.db, { password })
  expect(await attempt(plain.email)).toMatchObject({ ok: true })
  const { email, actor } = await anAccount(fresh.db, { password, role: 'admin' })
  const sessionId = at('set_up_second_factor', await attempt(email))
  const step = { sessionId, origin, sealer }
  expect(await leaveSetUpAtSignIn(fresh.db, step)).toMatchObject({ reason: 'attempt_over' })
  const device = await beginSetUpAtSignIn(fresh.db, step)
  const secret = device?.secret ?? ''
  expect(await beginSetUpAtSignIn(fresh.db, step)).toEqual(device)
  const code = codeAt(secret, await now())
  expect(await confirmSetUpAtSignIn(fresh.db, { ...step, code })).toHaveLength(10)
  expect(await leaveSetUpAtSignIn(fresh.db, step)).toMatchObject({ ok: true, actor })
  await fresh.clock.advance(minutes(1))
  await expect(
    removeOwnSecondFactor(contextOf(fresh.db, actor), { code: codeAt(secret, await now()) }),
  ).rejects.toMatchObject({ code: 'conflict' })
  await updateLocalSignIn(admin, { secondFactorFor: 'nobody' })
})

test('passwords are switched off only when there are other ways in, and then for all but the named', async () => {
  const admin = await adminContext(fresh.db)
  const root = await anAccount(fresh.db, { password, role: 'admin' })
  const user = await anAccount(fresh.db, { password })
  const off = (breakGlass: string[]) =>
    updateLocalSignIn(admin, { localSignIn: false, breakGlass: breakGlass as never })
  await expect(off([])).rejects.toMatchObject({ faults: [{ path: 'breakGlass' }] })
  await expect(off([user.actor.id])).rejects.toMatchObject({ faults: [{ path: 'breakGlass' }] })
  await expect(off([root.actor.id])).rejects.toMatchObject({ faults: [{ path: 'localSignIn' }] })
  const seen = await now()
  await fresh.db.orm.insert(identity).values({
    ...{ provider: 'environment', issuer: 'https://id.example', subject: 's' },
    ...{ userId: user.actor.id, createdAt: seen, lastSignInAt: seen },
  })
  const late = await aPersonWithDevice()
  const begun = at('second_factor', await attempt(late.email))
  await off([root.actor.id])
  const [code = ''] = late.recoveryCodes
  expect(await passSecondFactor(fresh.db, { sessionId: begun, code, origin, sealer })).toEqual({
    ok: false,
    reason: 'attempt_over',
  })
  expect(await attempt(user.email)).toEqual({ ok: false, reason: 'local_sign_in_off' })
  expect(await attempt(user.email, 'wrong')).toMatchObject({ reason: 'wrong_credentials' })
  expect(await attempt(root.email)).toMatchObject({ ok: true })
  const disableRoot = () =>
    updateUser(admin, { user: root.actor.id, disabled: true, expectedVersion: 1 })
  await expect(disableRoot()).rejects.toMatchObject({ code: 'forbidden' })
  await expectAudit(fresh.db, { action: 'user.write', result: 'refused', reason: 'last_admin' })
  await updateLocalSignIn(admin, { localSignIn: true })
  expect(await attempt(user.email)).toMatchObject({ ok: true })
})
