import { AppError, type UserId } from '@highwater/core'
import { secondFactorScopes } from '@highwater/core/account'
import { asc, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { idInput } from '../../queries/inputs.ts'
import { account, identity, signInPolicy } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { lockInstallation } from '../lock-installation.ts'
import { isSame } from '../same.ts'

const subject = { id: 'local', name: 'local sign-in' }

const refuse = (path: string, message: string) =>
  new AppError('invalid_input', message, { faults: [{ path, message }] })

/** The accounts that keep their password, by address. */
async function readBreakGlass(tx: Transaction) {
  return tx
    .select({ id: account.id, email: account.email })
    .from(account)
    .where(eq(account.isBreakGlass, true))
    .orderBy(asc(account.email))
}

/** Those who are named must be able to help: active administrators who have a password. */
async function nameBreakGlass(tx: Transaction, ids: readonly UserId[]) {
  const rows = await tx
    .select()
    .from(account)
    .where(inArray(account.id, [...ids]))
    .orderBy(asc(account.email))
  const fit = rows.filter(
    ({ role, disabledAt, passwordHash }) =>
      role === 'admin' && disabledAt === null && passwordHash !== null,
  )
  if (fit.length < new Set(ids).size) {
    throw refuse('breakGlass', 'Name active administrators who have a password.')
  }
  await tx.update(account).set({ isBreakGlass: false }).where(eq(account.isBreakGlass, true))
  if (ids.length > 0) {
    await tx
      .update(account)
      .set({ isBreakGlass: true })
      .where(inArray(account.id, [...ids]))
  }
  return fit.map(({ id, email }) => ({ id, email }))
}

/** Switching passwords off must leave a way in that has been gone, and one for when that fails. */
async function expectOtherWays(tx: Transaction, breakGlass: number): Promise<void> {
  if (breakGlass === 0) {
    throw refuse('breakGlass', 'Name at least one administrator who keeps the password.')
  }
  const came = await tx
    .select({ id: identity.userId })
    .from(identity)
    .innerJoin(account, eq(account.id, identity.userId))
    .where(isNull(account.disabledAt))
    .limit(1)
  if (came.length > 0) return
  throw refuse('localSignIn', 'Nobody has signed in through a provider yet. Try that first.')
}

export const updateLocalSignInInput = z.strictObject({
  localSignIn: z.boolean().optional(),
  secondFactorFor: z.enum(secondFactorScopes).optional(),
  /** All who keep their password when it is switched off for everybody else. */
  breakGlass: z.array(idInput<'user'>()).max(20, 'Name at most 20 people.').optional(),
})

/**
 * Says who signs in with a password, and who needs a second factor then. Off, only the named
 * administrators keep theirs; it is refused while nobody could come in otherwise.
 */
export const updateLocalSignIn = defineCommand({
  action: 'signIn.write',
  input: updateLocalSignInInput,
  async load(tx) {
    await lockInstallation(tx)
    const [row] = await tx.select().from(signInPolicy).for('update')
    if (!row) throw new Error('There is no sign-in policy: the migrations have not been run.')
    return row
  },
  resource: () => ({ department: null, subject }),
  async change(tx, present, input) {
    const named = await readBreakGlass(tx)
    const before = {
      localSignIn: present.localSignIn,
      secondFactorFor: present.secondFactorFor,
      breakGlass: named.map(({ email }) => email),
    }
    const after = {
      localSignIn: input.localSignIn ?? before.localSignIn,
      secondFactorFor: input.secondFactorFor ?? before.secondFactorFor,
      breakGlass:
        input.breakGlass === undefined
          ? before.breakGlass
          : (await nameBreakGlass(tx, input.breakGlass)).map(({ email }) => email),
    }
    if (!after.localSignIn) await expectOtherWays(tx, after.breakGlass.length)
    const { localSignIn, secondFactorFor } = after
    if (isSame(before, after)) return { result: after, unchanged: true }
    await tx.update(signInPolicy).set({ localSignIn, secondFactorFor })
    return {
      result: after,
      audit: [auditOf('signIn.write', subject, { before, after })],
      topics: ['people'],
    }
  },
})
