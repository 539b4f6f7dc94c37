import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { auditRows, expectAudit } from '../../../testing/expect-audit.ts'
import {
  aDepartment,
  adminContext,
  anAccount,
  aProject,
  contextOf,
  type FreshDatabase,
  freshDatabase,
} from '../../../testing/index.ts'
import { getProject, getUser, listAccounts, listUsers } from '../../queries/index.ts'
import { removeMembership } from '../membership/set-membership.ts'
import { createUser } from './create-user.ts'
import { deleteUser } from './delete-user.ts'
import { updateUser } from './update-user.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const refusalOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => null,
    (error: unknown) => error,
  )
const address = () => `${randomUUID().slice(0, 8)}@example.com`

describe('An account', () => {
  test('is made with its rights, changed and disabled, each time audited without its password', async () => {
    const admin = await adminContext(fresh.db)
    const department = await aDepartment(fresh.db)
    const { id } = await createUser(admin, {
      email: address(),
      displayName: 'Han Mei',
      description: 'night shift',
      departments: [{ department: department.name, role: 'operator' }],
      initialPassword: 'planted initial password',
    })
    const [made] = await expectAudit(fresh.db, { action: 'user.write', operation: 'creation' })
    expect(JSON.stringify(made)).not.toContain('planted')
    expect(await getUser(fresh.db, admin.actor, id)).toMatchObject({
      hasPassword: true,
      departments: [{ id: department.id, role: 'operator' }],
    })
    await updateUser(admin, { user: id, role: 'auditor', departments: [], disabled: true })
    await expectAudit(fresh.db, { action: 'user.write', operation: 'stop' })
    expect(await listAccounts(fresh.db, admin.actor, { q: 'Han Mei' })).toEqual([])
    const again = await updateUser(admin, { user: id, disabled: true })
    expect(again.version).toBe(2)
    await updateUser(admin, { user: id, disabled: false, expectedVersion: 2 })
    await expectAudit(fresh.db, { action: 'user.write', operation: 'start' })
    const taken = createUser(admin, {
      email: (await getUser(fresh.db, admin.actor, id)).email,
      displayName: 'again',
    })
    expect(await refusalOf(taken)).toMatchObject({ faults: [{ path: 'email' }] })
  })

  test('is deleted when it is said who takes over its projects; its history stays', async () => {
    const admin = await adminContext(fresh.db)
    const { actor, email } = await anAccount(fresh.db)
    const heir = await anAccount(fresh.db)
    const project = await aProject(admin, { owner: email })
    const refused = await refusalOf(deleteUser(admin, { user: actor.id }))
    expect(refused).toMatchObject({ code: 'in_use', faults: [{ path: 'handOverTo' }] })
    await deleteUser(admin, { user: actor.id, handOverTo: heir.email })
    expect((await getProject(fresh.db, admin.actor, project)).owner).toBe(heir.actor.id)
    await expectAudit(
      fresh.db,
      { action: 'user.write', operation: 'deletion', targetName: email },
      { action: 'user.write', target: 'project', after: { owner: heir.email } },
    )
    const gone = getUser(fresh.db, admin.actor, actor.id)
    expect(await refusalOf(gone)).toMatchObject({ code: 'not_found' })
    expect((await auditRows(fresh.db)).some(({ targetName }) => targetName === email)).toBe(true)
    await createUser(admin, { email, displayName: 'a newcomer' })
    await deleteUser(admin, { user: heir.actor.id, handOverTo: null })
    expect((await getProject(fresh.db, admin.actor, project)).owner).toBeNull()
  })

  test('is known to those who share a department with it, without what only admins note', async () => {
    const { id } = await aDepartment(fresh.db)
    const other = await aDepartment(fresh.db)
    const one = await anAccount(fresh.db, { departments: [{ id, role: 'viewer' }] })
    const both = await anAccount(fresh.db, {
      departments: [
        { id, role: 'manager' },
        { id: other.id, role: 'viewer' },
      ],
    })
    const stranger = await anAccount(fresh.db, { departments: [{ id: other.id, role: 'viewer' }] })
    const seen = await listUsers(fresh.db, one.actor)
    expect(seen.map((item) => item.id).sort()).toEqual([one.actor.id, both.actor.id].sort())
    expect(seen.find((item) => item.id === both.actor.id)).toMatchObject({
      departments: [{ id, role: 'manager' }],
      description: null,
      ownedProjects: null,
    })
    const guessed = getUser(fresh.db, one.actor, stranger.actor.id)
    expect(await refusalOf(guessed)).toMatchObject({ code: 'not_found' })
  })
})

test('What was read before somebody left a department does not bring them back when it is saved', async () => {
  const admin = await adminContext(fresh.db)
  const { id: department } = await aDepartment(fresh.db)
  const { actor } = await anAccount(fresh.db, {
    departments: [{ id: department, role: 'manager' }],
  })
  const { version: expectedVersion } = await getUser(fresh.db, admin.actor, actor.id)
  await removeMembership(admin, { department, user: actor.id })
  const departments = [{ department, role: 'manager' as const }]
  const stale = updateUser(admin, { user: actor.id, mobile: null, departments, expectedVersion })
  expect(await refusalOf(stale)).toMatchObject({ code: 'conflict' })
  expect((await getUser(fresh.db, admin.actor, actor.id)).departments).toEqual([])
})

test('The last admin cannot be demoted, disabled or deleted, even when two go at the same time', async () => {
  await fresh.db.sql`update account set disabled_at = now() where role = 'admin'`
  const password = 'correct horse battery'
  const one = await anAccount(fresh.db, { role: 'admin', password })
  const two = await anAccount(fresh.db, { role: 'admin', password })
  // Made an admin, but nobody could sign in as them.
  await anAccount(fresh.db, { role: 'admin' })
  const results = await Promise.allSettled([
    updateUser(contextOf(fresh.db, one.actor), { user: two.actor.id, role: 'user' }),
    updateUser(contextOf(fresh.db, two.actor), { user: one.actor.id, disabled: true }),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const left = results[0]?.status === 'fulfilled' ? one : two
  const context = contextOf(fresh.db, left.actor)
  for (const act of [
    () => updateUser(context, { user: left.actor.id, role: 'auditor' }),
    () => updateUser(context, { user: left.actor.id, disabled: true }),
    () => deleteUser(context, { user: left.actor.id }),
  ]) {
    expect(await refusalOf(act())).toMatchObject({ code: 'forbidden', because: 'last_admin' })
  }
  await expectAudit(fresh.db, { action: 'user.write', result: 'refused', reason: 'last_admin' })
})
