import type { UserId } from '@highwater/core'
import type { GlobalRole } from '@highwater/core/permissions'
import type { DepartmentGrant } from '@highwater/core/sign-in'
import { asc, eq } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { account, department, membership } from '../../schema/index.ts'
import { raiseVersion } from '../membership/raise-version.ts'
import { replaceMemberships } from '../membership/replace-memberships.ts'
import { isSame } from '../same.ts'
import { hasOtherAdmin } from './has-other-admin.ts'

/** Rights as the audit shows them: departments by name. */
export interface RightsShown {
  readonly role: GlobalRole
  readonly departments: Readonly<Record<string, string>>
}

export async function showRights(tx: Transaction, user: UserId): Promise<RightsShown | null> {
  const [row] = await tx.select({ role: account.role }).from(account).where(eq(account.id, user))
  if (!row) return null
  const members = await tx
    .select({ name: department.name, role: membership.role })
    .from(membership)
    .innerJoin(department, eq(department.id, membership.departmentId))
    .where(eq(membership.userId, user))
    .orderBy(asc(department.name))
  return {
    role: row.role,
    departments: Object.fromEntries(members.map(({ name, role }) => [name, role])),
  }
}

/**
 * Gives somebody exactly these rights and answers what changed; null when nothing did. The last
 * admin stays admin (I4), whatever else is said of them.
 */
export async function setRights(
  tx: Transaction,
  user: UserId,
  role: GlobalRole,
  departments: readonly DepartmentGrant[],
): Promise<{ readonly before: RightsShown; readonly after: RightsShown } | null> {
  const before = await showRights(tx, user)
  if (before === null) return null
  const isLastAdmin =
    before.role === 'admin' && role !== 'admin' && !(await hasOtherAdmin(tx, user))
  if (!isLastAdmin) await tx.update(account).set({ role }).where(eq(account.id, user))
  await replaceMemberships(tx, user, departments)
  const after = await showRights(tx, user)
  if (after === null || isSame(before, after)) return null
  await raiseVersion(tx, user)
  return { before, after }
}
