import { type DepartmentId, isId, type SubscriptionId, type UserId } from '@highwater/core'
import { type Actor, type DepartmentRole, visibility } from '@highwater/core/permissions'
import type { ProtectionLevel } from '@highwater/core/policy'
import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { account, department, membership } from '../../schema/index.ts'
import { foundOne, notFound } from '../not-found.ts'
import { permit } from '../permit.ts'
import { type Reader, readTogether } from '../reader.ts'

export interface DepartmentItem {
  readonly id: DepartmentId
  readonly name: string
  readonly isDefault: boolean
  /** Where its new projects start. */
  readonly defaultLevel: ProtectionLevel
  /** What sends its alerts to its own channels without further settings; null: there is none. */
  readonly defaultSubscription: {
    readonly id: SubscriptionId
    readonly name: string
    readonly enabled: boolean
  } | null
  readonly memberCount: number
  readonly version: number
}

export interface MemberItem {
  readonly id: UserId
  readonly name: string
  readonly email: string
  readonly role: DepartmentRole
  readonly isClosed: boolean
}

export interface DepartmentDetail extends DepartmentItem {
  readonly members: readonly MemberItem[]
}

function select(db: Reader, viewer: Actor, one?: SQL) {
  const sees = visibility(viewer)
  return db
    .select({
      id: department.id,
      name: department.name,
      isDefault: department.isDefault,
      defaultLevel: department.defaultLevel,
      defaultSubscription: sql<DepartmentItem['defaultSubscription']>`(
        select json_build_object('id', s.id, 'name', s.name, 'enabled', s.enabled)
        from subscription s
        where s.department_id = "department"."id" and s.is_default and s.deleted_at is null)`,
      memberCount: sql<number>`(
        select count(*)::int from membership m where m.department_id = "department"."id")`,
      version: department.version,
    })
    .from(department)
    .where(
      and(
        isNull(department.deletedAt),
        sees.all ? undefined : inArray(department.id, [...sees.departments]),
        one,
      ),
    )
    .orderBy(asc(department.name))
}

/** The viewer's departments, or all for those who see all; by name. */
export async function listDepartments(db: Database, viewer: Actor): Promise<DepartmentItem[]> {
  permit(viewer, 'department.read')
  return select(db.orm, viewer)
}

/** A department with its members. @throws AppError `not_found` */
export async function getDepartment(
  db: Database,
  viewer: Actor,
  id: DepartmentId,
): Promise<DepartmentDetail> {
  permit(viewer, 'department.read')
  if (!isId(id)) throw notFound('department')
  return readTogether(db, async (tx) => {
    const item = foundOne(await select(tx, viewer, eq(department.id, id)), 'department')
    const members = await tx
      .select({
        id: account.id,
        name: account.displayName,
        email: account.email,
        role: membership.role,
        isClosed: sql<boolean>`${account.disabledAt} is not null`,
      })
      .from(membership)
      .innerJoin(account, eq(account.id, membership.userId))
      .where(eq(membership.departmentId, id))
      .orderBy(asc(account.displayName), asc(account.id))
    return { ...item, members }
  })
}
