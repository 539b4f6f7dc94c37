import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aDepartment, adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { expectAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { testSealer } from '../../../testing/sealer.ts'
import { findProvider, listWaysIn } from '../../auth/index.ts'
import { getSignInPolicy, listSignInProviders, trySignInRules } from '../../queries/index.ts'
import type { CommandContext } from '../context.ts'
import { deleteDepartment } from '../department/delete-department.ts'
import { createSignInProvider } from './create-provider.ts'
import { deleteSignInProvider } from './delete-provider.ts'
import { updateSignInPolicy } from './update-policy.ts'
import { updateSignInProvider } from './update-provider.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const keycloak = {
  name: 'Keycloak',
  issuer: 'https://login.example.com/realms/main',
  clientId: 'highwater',
  clientSecret: 'nobody may read this',
}

const tokenOf = (claims: object) =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`

test('a provider lives: its secret is sealed, replaced, and never told', async () => {
  const { id } = await createSignInProvider(admin, keycloak)
  expect(await listWaysIn(fresh.db)).toEqual([{ key: id, name: 'Keycloak' }])
  expect(await findProvider(fresh.db, testSealer, id)).toMatchObject({
    clientSecret: keycloak.clientSecret,
    scopes: ['openid', 'email', 'profile'],
    linksByEmail: false,
  })
  await expect(createSignInProvider(admin, keycloak)).rejects.toMatchObject({ code: 'conflict' })
  const changes = { provider: id, clientSecret: 'another one', recheckMinutes: 5, enabled: false }
  await updateSignInProvider(admin, { ...changes, expectedVersion: 1 })
  await expect(
    updateSignInProvider(admin, { ...changes, expectedVersion: 1 }),
  ).rejects.toMatchObject({ code: 'conflict' })
  const [row] = await expectAudit(fresh.db, { action: 'signIn.write', risk: 'urgent' })
  expect(JSON.stringify(row)).not.toMatch(/nobody may read|another one/)
  expect(row?.changes.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['clientSecret', 'enabled', 'recheckMinutes']),
  )
  expect(await findProvider(fresh.db, testSealer, id)).toBeNull()
  await deleteSignInProvider(admin, { provider: id })
  expect(await listSignInProviders(fresh.db, admin.actor)).toEqual([])
})

test.each([
  [{ issuer: 'https://elsewhere.example.com/realms/main' }, true],
  [{ issuer: 'https://login.example.com/realms/other' }, false],
])(
  'a client secret goes where it was typed for: %j asks for it again: %s',
  async (change, asks) => {
    const { id } = await createSignInProvider(admin, {
      ...keycloak,
      name: `At ${change.issuer.length}`,
    })
    const changing = updateSignInProvider(admin, { provider: id, ...change })
    if (asks) {
      await expect(changing).rejects.toMatchObject({
        code: 'invalid_input',
        faults: [{ path: 'clientSecret' }],
      })
      await updateSignInProvider(admin, { provider: id, ...change, clientSecret: 'typed again' })
    } else await changing
    await deleteSignInProvider(admin, { provider: id })
  },
)

test('rules are written by name, kept in their order, and tried before they are saved', async () => {
  const payments = await aDepartment(fresh.db, 'Payments')
  const rules = [
    { match: 'equals' as const, value: 'contractor', effect: 'refuse' as const },
    {
      match: 'starts_with' as const,
      value: 'dba-',
      role: 'auditor' as const,
      departments: [{ department: 'Payments', role: 'manager' as const }],
    },
  ]
  const token = tokenOf({ groups: ['dba-payments'] })
  const tried = await trySignInRules(fresh.db, admin.actor, { token, rules })
  expect(tried).toMatchObject({
    admitted: true,
    role: 'auditor',
    departments: [{ department: { id: payments.id, name: 'Payments' }, role: 'manager' }],
    steps: [{ verdict: 'no_match' }, { verdict: 'admits', matched: ['dba-payments'] }],
  })
  const { version } = await updateSignInPolicy(admin, { rules, expectedVersion: 1 })
  expect(version).toBe(2)
  await expectAudit(fresh.db, { action: 'signIn.write', result: 'succeeded' })
  const kept = await getSignInPolicy(fresh.db, admin.actor)
  expect(kept.rules[1]?.departments).toEqual([
    { department: { id: payments.id, name: 'Payments' }, role: 'manager' },
  ])
  await deleteDepartment(admin, { department: payments.id })
  expect((await trySignInRules(fresh.db, admin.actor, { token })).departments).toEqual([])
  const { rules: left } = await getSignInPolicy(fresh.db, admin.actor)
  expect(left[1]?.departments).toEqual([{ department: null, role: 'manager' }])
  expect(
    await trySignInRules(fresh.db, admin.actor, { token: '{"groups":["contractor"]}' }),
  ).toMatchObject({ admitted: false, because: 'refused_by_rule' })
})

test.each([
  [
    { departments: [{ department: 'Nowhere', role: 'viewer' as const }] },
    'rules[0].departments[0].department',
  ],
  [{ provider: 'Nobody' }, 'rules[0].provider'],
])('a rule with %j is refused at %s', async (part, path) => {
  const rule = { match: 'always' as const, ...part }
  await expect(updateSignInPolicy(admin, { rules: [rule] })).rejects.toMatchObject({
    code: 'invalid_input',
    faults: [{ path }],
  })
})

test('only admins change how people sign in, auditors look, others do neither', async () => {
  const auditor = contextOf(fresh.db, (await anAccount(fresh.db, { role: 'auditor' })).actor)
  const user = contextOf(fresh.db, (await anAccount(fresh.db)).actor)
  await expect(updateSignInPolicy(auditor, { rules: [] })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expectAudit(fresh.db, {
    action: 'signIn.write',
    result: 'refused',
    reason: 'role_too_small',
  })
  expect(await getSignInPolicy(fresh.db, auditor.actor)).toMatchObject({ version: 2 })
  await expect(listSignInProviders(fresh.db, user.actor)).rejects.toMatchObject({
    code: 'forbidden',
  })
})
