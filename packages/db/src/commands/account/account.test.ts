import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aDepartment, adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { auditRows, expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { testSealer as sealer } from '../../../testing/sealer.ts'
import { readSession, signIn } from '../../auth/index.ts'
import { account, installation } from '../../schema/index.ts'
import { changeOwnPassword } from './change-own-password.ts'
import { revokeSession } from './revoke-session.ts'
import { revokeSessions } from './revoke-sessions.ts'
import { setUpFirstAdmin } from './set-up-first-admin.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const origin = { id: 'r', ip: '192.0.2.1', userAgent: null }
const password = 'correct horse battery'

async function enter(email: string, given = password) {
  const result = await signIn(fresh.db, { email, password: given, origin, sealer })
  if (!result.ok) throw new Error(result.reason)
  return result.session.id
}

test('of those who set up the first admin at once exactly one succeeds', async () => {
  const stranger = contextOf(fresh.db, { type: 'anonymous' }, { name: 'anonymous' })
  const results = await Promise.allSettled(
    ['a', 'b', 'c'].map((name) =>
      setUpFirstAdmin(stranger, {
        email: `${name}@example.com`,
        displayName: name,
        password,
        locale: 'en',
        timeZone: 'Asia/Shanghai',
      }),
    ),
  )
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: 'forbidden', because: 'already_set_up' } },
    { reason: { code: 'forbidden', because: 'already_set_up' } },
  ])
  const admins = await fresh.db.orm.select().from(account)
  expect(admins).toMatchObject([
    { role: 'admin', passwordHash: expect.stringMatching(/^\$argon2id\$/) },
  ])
  const rows = await auditRows(fresh.db)
  expect(rows.map(({ result }) => result).sort()).toEqual(['refused', 'refused', 'succeeded'])
  expect(JSON.stringify(rows)).not.toContain(password)
  expect(JSON.stringify(rows)).not.toContain('$argon2')
})

test.each([
  [{ email: 'nobody' }, 'email'],
  [{ password: 'short' }, 'password'],
  [{ password: 'aaaaaaaaaaaa' }, 'password'],
  [{ password: 'Someone@example.com' }, 'password'],
  [{ displayName: ' ' }, 'displayName'],
  [{ timeZone: '+08:00' }, 'timeZone'],
])('set-up with %j is refused at %s', async (fields, path) => {
  const input = { email: 'someone@example.com', displayName: 'S', password, locale: 'en' as const }
  await expect(
    setUpFirstAdmin(contextOf(fresh.db, { type: 'anonymous' }), { ...input, ...fields }),
  ).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path }] })
})

test('a new password replaces the old one and ends the sessions elsewhere', async () => {
  const { actor, email } = await anAccount(fresh.db, { password })
  const [here, elsewhere] = [await enter(email), await enter(email)]
  const newPassword = 'another good password'
  await changeOwnPassword(contextOf(fresh.db, actor), {
    currentPassword: password,
    newPassword,
    keepSession: here,
  })
  expect(await readSession(fresh.db, here)).not.toBeNull()
  expect(await readSession(fresh.db, elsewhere)).toBeNull()
  const [audited] = await expectAudit(fresh.db, { action: 'account.update', targetName: email })
  expect(JSON.stringify(audited)).not.toMatch(/another good|correct horse|argon2/)
  await expect(enter(email)).rejects.toThrow('wrong_credentials')
  await enter(email, newPassword)
})

test('without the present password nobody changes it', async () => {
  const { actor } = await anAccount(fresh.db, { password })
  await expect(
    changeOwnPassword(contextOf(fresh.db, actor), {
      currentPassword: 'not the present one',
      newPassword: 'another good password',
    }),
  ).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path: 'currentPassword' }] })
})

test('a person ends own sessions, an admin those of anybody, nobody else those of others', async () => {
  const { actor, email } = await anAccount(fresh.db, { password })
  const own = contextOf(fresh.db, actor)
  const [first, second, third] = [await enter(email), await enter(email), await enter(email)]
  await revokeSession(own, { session: first })
  expect(await readSession(fresh.db, first)).toBeNull()
  await expectAudit(fresh.db, { action: 'session.revoke', targetId: actor.id })
  await expectNoAudit(fresh.db, () => revokeSession(own, { session: first }))

  const { actor: other } = await anAccount(fresh.db)
  await expect(
    revokeSession(contextOf(fresh.db, other), { session: second }),
  ).rejects.toMatchObject({ code: 'not_found' })
  await expectAudit(fresh.db, { action: 'session.revoke', result: 'refused', targetName: email })

  expect(await revokeSessions(own, { keepSession: second })).toEqual({ endedSessions: 1 })
  expect(await readSession(fresh.db, third)).toBeNull()
  expect(await readSession(fresh.db, second)).not.toBeNull()
  await revokeSessions(await adminContext(fresh.db), { user: actor.id })
  expect(await readSession(fresh.db, second)).toBeNull()
})

const defaultNames = () => fresh.db.sql`
  select d.name as department, s.name as subscription
  from department d, subscription s where d.is_default and s.is_default`

test('a disabled admin counts for nothing: the first admin may be set up again', async () => {
  // The first set-up was in English.
  expect(await defaultNames()).toEqual([
    { department: 'Default', subscription: 'Default subscription' },
  ])
  await fresh.db.sql`update account set disabled_at = now() where role = 'admin'`
  await setUpFirstAdmin(contextOf(fresh.db, { type: 'anonymous' }), {
    email: 'again@example.com',
    displayName: 'Again',
    password,
    locale: 'zh-CN',
    timeZone: 'Europe/Berlin',
  })
  const [present] = await fresh.db.orm.select().from(installation)
  expect(present).toMatchObject({ messageLocale: 'zh-CN', messageTimeZone: 'Asia/Shanghai' })
  const [row] = await fresh.db.orm
    .select()
    .from(account)
    .where(eq(account.email, 'again@example.com'))
  expect(row?.role).toBe('admin')
})

test('set-up names the default department and subscription in its language, unless somebody has', async () => {
  expect(await defaultNames()).toEqual([{ department: '默认部门', subscription: '默认订阅' }])
  await fresh.db.sql`update account set disabled_at = now() where role = 'admin'`
  await fresh.db.sql`update department set name = 'Data centre' where is_default`
  await fresh.db.sql`update subscription set name = 'Default subscription' where is_default`
  await aDepartment(fresh.db, '默认部门')
  await setUpFirstAdmin(contextOf(fresh.db, { type: 'anonymous' }), {
    email: 'third@example.com',
    displayName: 'Third',
    password,
    locale: 'zh-CN',
  })
  expect(await defaultNames()).toEqual([{ department: 'Data centre', subscription: '默认订阅' }])
})
