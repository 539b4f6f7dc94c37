import { type Instant, minutes, plus, toIso } from '@highwater/core'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  aDepartment,
  adminContext,
  anAccount,
  aProject,
  contextOf,
} from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { testSealer as sealer } from '../../../testing/sealer.ts'
import { actorOfToken } from '../../auth/index.ts'
import { account, apiToken, auditEvent } from '../../schema/index.ts'
import type { CommandContext } from '../context.ts'
import { createToken } from './create-token.ts'
import { revokeToken } from './revoke-token.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const origin = { id: 'r', ip: null, userAgent: null }
const holderOf = (token: string) => actorOfToken(fresh.db, { token, origin, sealer })
const now = async () => {
  const [row] = await fresh.db.sql<{ now: Instant }[]>`select now() as now`
  return row?.now ?? (0 as Instant)
}

test('a token is shown once, kept as a hash, and never audited', async () => {
  const { id, token, hint } = await createToken(admin, { name: 'ci', scope: 'manage' })
  expect(token).toMatch(/^hw_[\w-]{43}$/)
  expect(token.startsWith(hint)).toBe(true)
  const rows = await fresh.db.sql`
    select to_jsonb(t)::text as row from api_token t union all
    select to_jsonb(a)::text from audit_event a`
  expect(rows.map(({ row }) => row).join()).not.toContain(token)
  await expectAudit(fresh.db, { action: 'token.create', risk: 'critical', targetId: id })
  expect(await holderOf(token)).toMatchObject({
    actor: { type: 'token', id, scope: 'manage', department: null },
    actorName: 'ci',
  })
})

test('an unknown, revoked or expired token speaks for nobody', async () => {
  expect(await holderOf('hw_unknown')).toBeNull()
  const { id, token } = await createToken(admin, { name: 'short', scope: 'read' })
  await revokeToken(admin, { token: id })
  expect(await holderOf(token)).toBeNull()
  await expectAudit(fresh.db, { action: 'token.revoke', targetId: id })
  await expectNoAudit(fresh.db, () => revokeToken(admin, { token: id }))

  const expiresAt = toIso(plus(await now(), minutes(5)))
  const expiring = await createToken(admin, { name: 'expiring', scope: 'read', expiresAt })
  expect(await holderOf(expiring.token)).not.toBeNull()
  await fresh.clock.advance(minutes(6))
  expect(await holderOf(expiring.token)).toBeNull()
})

test('when a token was last used is noted at most once a minute', async () => {
  const { id, token } = await createToken(admin, { name: 'used', scope: 'read' })
  const lastUsed = async () =>
    (await fresh.db.orm.select().from(apiToken).where(eq(apiToken.id, id)))[0]?.lastUsedAt
  expect(await lastUsed()).toBeNull()
  await holderOf(token)
  const first = await lastUsed()
  await holderOf(token)
  expect(await lastUsed()).toBe(first)
  await fresh.clock.advance(minutes(2))
  await holderOf(token)
  expect(await lastUsed()).toBeGreaterThan(first ?? 0)
})

test("a personal token allows no more than its person may do, and ends with the person's account", async () => {
  const { actor } = await anAccount(fresh.db)
  const { token } = await createToken(contextOf(fresh.db, actor), { name: 'mine', scope: 'admin' })
  const holder = await holderOf(token)
  if (!holder) throw new Error('the token is unknown')
  const context = contextOf(fresh.db, holder.actor, { name: holder.actorName })
  await expect(aProject(context)).rejects.toMatchObject({ code: 'forbidden' })
  await expectAudit(fresh.db, {
    action: 'project.create',
    result: 'refused',
    actorType: 'token',
    actorRole: 'admin',
  })
  await fresh.db.orm
    .update(account)
    .set({ disabledAt: await now() })
    .where(eq(account.id, actor.id))
  expect(await holderOf(token)).toBeNull()
})

test("a department's token makes projects there and nowhere else", async () => {
  const home = await aDepartment(fresh.db)
  const { token } = await createToken(admin, { name: 'd', scope: 'manage', department: home.name })
  const holder = await holderOf(token)
  expect(holder?.actor).toMatchObject({ department: home.id, onBehalfOf: null })
  if (!holder) throw new Error('the token is unknown')
  const context = contextOf(fresh.db, holder.actor)
  await aProject(context)
  await expectAudit(fresh.db, { action: 'project.create', departmentId: home.id })
  const elsewhere = await aDepartment(fresh.db)
  await expect(aProject(context, { department: elsewhere.id })).rejects.toMatchObject({
    code: 'invalid_input',
  })
})

test('an end in the past and an unknown scope are refused at their fields', async () => {
  const expiresAt = toIso(await now())
  await expect(
    createToken(admin, { name: 'past', scope: 'read', expiresAt }),
  ).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path: 'expiresAt' }] })
  await expect(
    createToken(admin, { name: 'odd', scope: 'everything' as never }),
  ).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path: 'scope' }] })
})

test('nobody revokes the token of somebody else but an admin', async () => {
  const { id } = await createToken(admin, { name: 'admins', scope: 'read' })
  const { actor } = await anAccount(fresh.db)
  await expect(revokeToken(contextOf(fresh.db, actor), { token: id })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expectAudit(fresh.db, { action: 'token.revoke', result: 'refused', targetId: id })
})

test('the bootstrap token is an admin whose first use in a process is audited', async () => {
  const bootstrapToken = 'bootstrap-token-of-at-least-32-characters'
  const present = (token: string) =>
    actorOfToken(fresh.db, { token, bootstrapToken, origin, sealer })
  const before = await fresh.db.orm.$count(auditEvent)
  const holder = await present(bootstrapToken)
  expect(holder).toMatchObject({
    actor: { type: 'token', scope: 'admin', department: null },
    actorName: 'bootstrap token',
  })
  await expectAudit(fresh.db, { action: 'sign_in', target: 'token', actorName: 'bootstrap token' })
  await present(bootstrapToken)
  expect(await fresh.db.orm.$count(auditEvent)).toBe(before + 1)
  expect(await present(`${bootstrapToken}x`)).toBeNull()
  expect(await actorOfToken(fresh.db, { token: '', bootstrapToken: '', origin, sealer })).toBeNull()
})
