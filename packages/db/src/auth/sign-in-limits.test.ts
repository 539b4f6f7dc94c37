import { hours, minutes } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext, anAccount } from '../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'
import { testSealer as sealer } from '../../testing/sealer.ts'
import { updateParameters } from '../commands/index.ts'
import { readSession, signIn } from './index.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const origin = { id: 'r', ip: '192.0.2.9', userAgent: 'a browser' }
const password = 'correct horse battery'

test('an address that guesses at many accounts is locked for all of them, others are not', async () => {
  const admin = await adminContext(fresh.db)
  await updateParameters(admin, { signInFailuresPerAddress: 5 })
  const { email } = await anAccount(fresh.db, { password })
  const from = (ip: string) =>
    signIn(fresh.db, { email, password, origin: { ...origin, ip }, sealer })
  const guesser = { ...origin, ip: '198.51.100.1' }
  for (let count = 0; count < 5; count += 1) {
    const guess = { email: `nobody${count}@example.com`, password, origin: guesser, sealer }
    expect(await signIn(fresh.db, guess)).toMatchObject({ reason: 'wrong_credentials' })
  }
  await expectAudit(fresh.db, { result: 'refused', reason: 'address_locked' })
  expect(await from('198.51.100.1')).toMatchObject({ reason: 'address_locked' })
  expect(await from('198.51.100.2')).toMatchObject({ ok: true })
  await fresh.clock.advance(minutes(1))
  expect(await from('198.51.100.1')).toMatchObject({ ok: true })
})

test('who knocks at a locked account does not lock it longer, and cannot fill the audit by it', async () => {
  const admin = await adminContext(fresh.db)
  await updateParameters(admin, { signInFailuresPerAddress: 5 })
  const { email, actor } = await anAccount(fresh.db, { password })
  await fresh.db.sql`
    update account set locked_until = now() + interval '1 hour', failed_sign_ins = 9
    where id = ${actor.id}`
  const knock = (last: number) =>
    signIn(fresh.db, { email, password, origin: { ...origin, ip: `2001:db8::${last}` }, sealer })
  for (let count = 1; count <= 5; count += 1) {
    expect(await knock(count)).toMatchObject({ reason: 'locked' })
  }
  await expectAudit(fresh.db, { reason: 'locked' }, { reason: 'address_locked' })
  await expectNoAudit(fresh.db, async () => {
    for (let count = 1; count <= 5; count += 1) {
      expect(await knock(count)).toMatchObject({ reason: 'address_locked' })
    }
  })
  const [row] = await fresh.db.sql`select failed_sign_ins from account where id = ${actor.id}`
  expect(row?.failed_sign_ins).toBe(9)
})

test('how long sessions and passwords last are parameters that hold at once', async () => {
  const admin = await adminContext(fresh.db)
  const { email, actor } = await anAccount(fresh.db, { password })
  await fresh.db.sql`update account set password_changed_at = now() where id = ${actor.id}`
  const attempt = () => signIn(fresh.db, { email, password, origin, sealer })
  const opened = await attempt()
  const id = opened.ok ? opened.session.id : ''
  await fresh.clock.advance(hours(2))
  await updateParameters(admin, { sessionIdleMinutes: 60 })
  expect(await readSession(fresh.db, id)).toBeNull()
  await updateParameters(admin, { sessionIdleMinutes: 600, sessionAtMostHours: 3 })
  expect(await readSession(fresh.db, id)).not.toBeNull()
  await fresh.clock.advance(hours(1))
  expect(await readSession(fresh.db, id)).toBeNull()
  await updateParameters(admin, { passwordDays: 30 })
  await fresh.clock.advance(hours(24 * 30))
  expect(await attempt()).toMatchObject({ reason: 'unfinished', step: 'new_password' })
})
