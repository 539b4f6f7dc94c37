import { inArray } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { department } from '../../schema/index.ts'
import type { Membership } from './replace-memberships.ts'

/** Memberships with the departments' names, as the audit shows them. */
export async function nameMemberships(tx: Transaction, memberships: readonly Membership[]) {
  const ids = memberships.map((given) => given.department)
  const rows = await tx
    .select({ id: department.id, name: department.name })
    .from(department)
    .where(inArray(department.id, ids))
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return memberships
    .map(({ department: id, role }) => ({ id, name: names.get(id) ?? '', role }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
