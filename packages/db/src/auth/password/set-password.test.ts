import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { testSealer as sealer } from '../../../testing/sealer.ts'
import {
  changeOwnPassword,
  createUser,
  resetPassword,
  setUpFirstAdmin,
  updateParameters,
} from '../../commands/index.ts'
import { ensureAdmin } from '../index.ts'
import { estimateStrength } from './estimate-strength.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

const weak = 'password1234'
const owner = { email: 'han@example.com', displayName: 'Han Mei' }

const refusalOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => null,
    (refusal: unknown) => refusal,
  )

const refusedAt = (path: string) => ({ code: 'invalid_input', faults: [{ path }] })

test('wherever a password is set, an easy one is refused at its field', async () => {
  const stranger = contextOf(fresh.db, { type: 'anonymous' })
  const setUp = setUpFirstAdmin(stranger, { ...owner, password: weak, locale: 'en' })
  expect(await refusalOf(setUp)).toMatchObject(refusedAt('password'))
  const environment = ensureAdmin(fresh.db, sealer, { email: owner.email, password: weak })
  expect(await refusalOf(environment)).toMatchObject(refusedAt('password'))

  const admin = await adminContext(fresh.db)
  const created = createUser(admin, { ...owner, initialPassword: weak })
  expect(await refusalOf(created)).toMatchObject(refusedAt('initialPassword'))
  const { actor } = await anAccount(fresh.db, { password: 'correct horse battery' })
  const changed = changeOwnPassword(contextOf(fresh.db, actor), {
    currentPassword: 'correct horse battery',
    newPassword: weak,
  })
  expect(await refusalOf(changed)).toMatchObject(refusedAt('newPassword'))
})

test('an initial password that is made keeps the rules too, however long they ask for', async () => {
  const admin = await adminContext(fresh.db)
  const { actor, email } = await anAccount(fresh.db)
  const { password: usual } = await resetPassword(admin, { user: actor.id })
  expect(usual).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
  await updateParameters(admin, { passwordLeastLength: 40, passwordLeastStrength: 4 })
  const { password: long } = await resetPassword(admin, { user: actor.id })
  expect(long.length).toBeGreaterThanOrEqual(40)
  expect(await estimateStrength(long, { email, displayName: email })).toBe(4)
})
