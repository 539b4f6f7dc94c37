import type { DepartmentId, UserId } from '@highwater/core'
import { type Actor, visibility } from '@highwater/core/permissions'
import type { ProtectionLevel } from '@highwater/core/policy'
import { and, asc, eq, exists, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { account, department, membership } from '../../schema/index.ts'
import { containsText } from '../search.ts'

export interface DepartmentItem {
  readonly id: DepartmentId
  readonly name: string
  readonly isDefault: boolean
  readonly defaultLevel: ProtectionLevel
}

/** The viewer's departments, or all for those who see all; by name. */
export async function listDepartments(db: Database, viewer: Actor): Promise<DepartmentItem[]> {
  const sees = visibility(viewer)
  return db.orm
    .select({
      id: department.id,
      name: department.name,
      isDefault: department.isDefault,
      defaultLevel: department.defaultLevel,
    })
    .from(department)
    .where(sees.all ? undefined : inArray(department.id, [...sees.departments]))
    .orderBy(asc(department.name))
}

/** A person as a picker of owners shows one. */
export interface AccountItem {
  readonly id: UserId
  readonly name: string
  readonly email: string
}

const mostAccounts = 200

function accountVisibleTo(db: Database, viewer: Actor): SQL | undefined {
  const sees = visibility(viewer)
  if (sees.all) return undefined
  const colleague = exists(
    db.orm
      .select({ one: sql`1` })
      .from(membership)
      .where(
        and(
          eq(membership.userId, account.id),
          inArray(membership.departmentId, [...sees.departments]),
        ),
      ),
  )
  return sees.owner === null ? colleague : or(eq(account.id, sees.owner), colleague)
}

/** People whom the viewer may know: all, or themselves and the members of their departments; by name. */
export async function listAccounts(
  db: Database,
  viewer: Actor,
  filter: { readonly q?: string } = {},
): Promise<AccountItem[]> {
  const { q } = filter
  return db.orm
    .select({ id: account.id, name: account.displayName, email: account.email })
    .from(account)
    .where(
      and(
        isNull(account.disabledAt),
        accountVisibleTo(db, viewer),
        q === undefined || q === ''
          ? undefined
          : or(
              containsText(sql`${account.displayName}`, q),
              containsText(sql`${account.email}`, q),
            ),
      ),
    )
    .orderBy(asc(account.displayName), asc(account.id))
    .limit(mostAccounts)
}
