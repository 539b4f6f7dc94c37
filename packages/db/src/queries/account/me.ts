import {
  AppError,
  type DepartmentId,
  type Instant,
  type SessionId,
  type UserId,
} from '@highwater/core'
import type { Actor, DepartmentRole, GlobalRole } from '@highwater/core/permissions'
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { account, department, membership, session } from '../../schema/index.ts'
import { foundOne } from '../not-found.ts'
import { readTogether } from '../reader.ts'

/** A browser in which the person is signed in. */
export interface SessionItem {
  readonly id: SessionId
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly expiresAt: Instant
  readonly ip: string | null
  readonly userAgent: string | null
}

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
    const sessions = await tx
      .select({
        id: session.id,
        createdAt: session.createdAt,
        lastSeenAt: session.lastSeenAt,
        expiresAt: session.expiresAt,
        ip: session.ip,
        userAgent: session.userAgent,
      })
      .from(session)
      .where(
        and(
          eq(session.userId, viewer.id),
          isNull(session.step),
          isNull(session.revokedAt),
          gt(session.expiresAt, sql`now()`),
        ),
      )
      .orderBy(desc(session.lastSeenAt))
    return { ...foundOne(people, 'account'), departments, sessions }
  })
}
