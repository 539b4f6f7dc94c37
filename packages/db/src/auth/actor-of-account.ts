import type { UserActor } from '@highwater/core/permissions'
import { eq } from 'drizzle-orm'
import type { Reader } from '../queries/reader.ts'
import { type account, membership } from '../schema/index.ts'

type AccountRow = Pick<typeof account.$inferSelect, 'id' | 'role'>

/** A person with the rights that they have at this moment. */
export async function actorOfAccount(db: Reader, { id, role }: AccountRow): Promise<UserActor> {
  const departments =
    role === 'user'
      ? await db
          .select({ id: membership.departmentId, role: membership.role })
          .from(membership)
          .where(eq(membership.userId, id))
          .orderBy(membership.departmentId)
      : []
  return { type: 'user', id, role, departments }
}
