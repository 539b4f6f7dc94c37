import { type DepartmentId, type Instant, isId, type UserId } from '@highwater/core'
import {
  type Actor,
  can,
  type DepartmentRole,
  type GlobalRole,
  visibility,
} from '@highwater/core/permissions'
import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { account, department, membership } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import { permit } from '../permit.ts'
import { type Reader, readTogether } from '../reader.ts'
import { containsText } from '../search.ts'
import { accountVisibleTo } from './visible-accounts.ts'

/** An account and what it may do. How alerts reach the same person is a `PersonItem`. */
export interface UserItem {
  readonly id: UserId
  readonly email: string
  readonly name: string
  readonly role: GlobalRole
  readonly disabled: boolean
  readonly hasPassword: boolean
  /** Those that the viewer may see. */
  readonly departments: readonly {
    readonly id: DepartmentId
    readonly name: string
    readonly role: DepartmentRole
  }[]
  /** Null also for those who may not read a person's contacts. */
  readonly mobile: string | null
  readonly description: string | null
  readonly ownedProjects: number | null
  readonly createdAt: Instant
  readonly version: number
}

const mostUsers = 1_000

async function departmentsOf(db: Reader, viewer: Actor, users: readonly UserId[]) {
  const sees = visibility(viewer)
  const rows = await db
    .select({
      user: membership.userId,
      id: department.id,
      name: department.name,
      role: membership.role,
    })
    .from(membership)
    .innerJoin(department, eq(department.id, membership.departmentId))
    .where(
      and(
        inArray(membership.userId, [...users]),
        sees.all ? undefined : inArray(department.id, [...sees.departments]),
      ),
    )
    .orderBy(asc(department.name))
  return Map.groupBy(rows, ({ user }) => user)
}

async function readUsers(db: Reader, viewer: Actor, condition: SQL | undefined) {
  const rows = await db
    .select({
      id: account.id,
      email: account.email,
      name: account.displayName,
      role: account.role,
      disabled: sql<boolean>`${account.disabledAt} is not null`,
      hasPassword: sql<boolean>`${account.passwordHash} is not null`,
      mobile: account.mobile,
      description: account.description,
      ownedProjects: sql<number>`(select count(*)::int from project p
        where p.owner_id = "account"."id" and p.deleted_at is null)`,
      createdAt: account.createdAt,
      version: account.version,
    })
    .from(account)
    .where(condition)
    .orderBy(asc(account.displayName), asc(account.id))
    .limit(mostUsers)
  const departments = await departmentsOf(
    db,
    viewer,
    rows.map(({ id }) => id),
  )
  return rows.map((row): UserItem => {
    const seesContacts = can(viewer, 'person.read', { owner: row.id }).allowed
    return {
      ...row,
      ...(seesContacts ? {} : { mobile: null, description: null, ownedProjects: null }),
      departments: (departments.get(row.id) ?? []).map(({ user: _, ...shown }) => shown),
    }
  })
}

/** Whom the viewer may know: all, or themselves and the members of their departments; by name. */
export async function listUsers(
  db: Database,
  viewer: Actor,
  { q }: { readonly q?: string } = {},
): Promise<UserItem[]> {
  permit(viewer, 'user.read')
  const matches =
    q === undefined || q === ''
      ? undefined
      : or(containsText(sql`${account.displayName}`, q), containsText(sql`${account.email}`, q))
  return readTogether(db, (tx) => readUsers(tx, viewer, and(accountVisibleTo(viewer), matches)))
}

/** One of them. @throws AppError `not_found` */
export async function getUser(db: Database, viewer: Actor, id: UserId): Promise<UserItem> {
  permit(viewer, 'user.read')
  if (!isId(id)) throw notFound('account')
  return readTogether(db, async (tx) =>
    foundOne(await readUsers(tx, viewer, accountVisibleTo(viewer, id)), 'account'),
  )
}
