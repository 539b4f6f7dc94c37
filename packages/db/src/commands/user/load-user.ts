import type { UserId } from '@highwater/core'
import { asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { accountVisibleTo } from '../../queries/account/visible-accounts.ts'
import { notFound } from '../../queries/not-found.ts'
import { account, department, membership } from '../../schema/index.ts'
import { hasOtherAdmin } from '../account/has-other-admin.ts'
import { loadPerson, personResource } from '../account/load-person.ts'
import type { ChangeContext } from '../context.ts'
import { unlessTaken } from '../database-fault.ts'
import { lockInstallation } from '../lock-installation.ts'
import { Refused } from '../refused.ts'

export type Account = typeof account.$inferSelect

/**
 * A living account that the actor may know, locked. The installation is locked before it, so that of
 * two admins who take the role from one another only one succeeds. @throws AppError `not_found`
 */
export async function loadUser(tx: Transaction, id: UserId, { actor }: ChangeContext) {
  await lockInstallation(tx)
  const person = await loadPerson(tx, id)
  const known = await tx.select({ id: account.id }).from(account).where(accountVisibleTo(actor, id))
  if (known.length === 0) throw notFound('account')
  const departments = await tx
    .select({ id: department.id, name: department.name, role: membership.role })
    .from(membership)
    .innerJoin(department, eq(department.id, membership.departmentId))
    .where(eq(membership.userId, id))
    .orderBy(asc(department.name))
  return { person, departments }
}

/** A person as the audit and a conflict show them. */
export const describeUser = (
  person: Pick<Account, 'email' | 'displayName' | 'role' | 'mobile' | 'description'> &
    Partial<Pick<Account, 'disabledAt'>>,
  departments: readonly { readonly name: string; readonly role: string }[],
) => ({
  email: person.email,
  displayName: person.displayName,
  role: person.role,
  mobile: person.mobile,
  description: person.description,
  disabled: (person.disabledAt ?? null) !== null,
  departments: Object.fromEntries(departments.map(({ name, role }) => [name, role])),
})

/** @throws Refused `last_admin` for the one without whom nobody could administer this (I4) */
export async function expectOtherAdmin(tx: Transaction, person: Account): Promise<void> {
  if (person.role !== 'admin' || person.disabledAt !== null) return
  if (!(await hasOtherAdmin(tx, person.id))) throw new Refused('last_admin', personResource(person))
}

/** @throws AppError `conflict` at `email` when another account has it */
export const unlessEmailTaken = <T>(write: PromiseLike<T>, email: string): Promise<T> =>
  unlessTaken(write, 'account_email_unique', {
    path: 'email',
    message: `There is an account "${email}" already. Choose another address.`,
  })
