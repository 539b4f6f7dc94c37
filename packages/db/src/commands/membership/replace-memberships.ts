import type { DepartmentId, UserId } from '@highwater/core'
import type { DepartmentRole } from '@highwater/core/permissions'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { membership } from '../../schema/index.ts'

export interface Membership {
  readonly department: DepartmentId
  readonly role: DepartmentRole
}

/** Makes somebody a member of exactly these departments. */
export async function replaceMemberships(
  tx: Transaction,
  userId: UserId,
  memberships: readonly Membership[],
): Promise<void> {
  await tx.delete(membership).where(eq(membership.userId, userId))
  if (memberships.length === 0) return
  await tx
    .insert(membership)
    .values(memberships.map(({ department, role }) => ({ userId, departmentId: department, role })))
}
