import { AppError, type DepartmentId, type UserId } from '@highwater/core'
import type { Actor, DepartmentRole, GlobalRole } from '@highwater/core/permissions'
import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { account, department, membership } from '../../schema/index.ts'
import { foundOne } from '../not-found.ts'
import { readTogether } from '../reader.ts'
import { readSessions, type SessionItem } from './access.ts'

export interface Me {
  readonly id: UserId
  readonly name: string
  readonly email: string
  readonly role: GlobalRole
  readonly version: number
  readonly departments: readonly {
    readonly id: DepartmentId
    readonly name: string
    readonly role: DepartmentRole
  }[]
  readonly sessions: readonly SessionItem[]
}

/** The person who looks, with the sessions that still hold. @throws AppError `forbidden` for programs */
export async function readMe(db: Database, viewer: Actor): Promise<Me> {
  if (viewer.type !== 'user') {
    throw new AppError('forbidden', 'Only a person who is signed in has an account of their own.')
  }
  return readTogether(db, async (tx) => {
    const people = await tx
      .select({
        id: account.id,
        name: account.displayName,
        email: account.email,
        role: account.role,
        version: account.version,
      })
      .from(account)
      .where(eq(account.id, viewer.id))
    const departments = await tx
      .select({ id: department.id, name: department.name, role: membership.role })
      .from(membership)
      .innerJoin(department, eq(department.id, membership.departmentId))
      .where(eq(membership.userId, viewer.id))
      .orderBy(asc(department.name))
    const sessions = await readSessions(tx, viewer.id)
    return { ...foundOne(people, 'account'), departments, sessions }
  })
}
