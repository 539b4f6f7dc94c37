import type { DepartmentId, UserId } from '@highwater/core'
import { type Actor, visibility } from '@highwater/core/permissions'
import { type OnCallRota, onCallAt } from '@highwater/core/person'
import { and, asc, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { readNow } from '../../client/now.ts'
import { account, department } from '../../schema/index.ts'
import { permit } from '../permit.ts'

interface OnCallPerson {
  readonly id: UserId
  readonly name: string
  /** A closed account is passed over. */
  readonly isClosed: boolean
}

/** Who is on call in a department. */
export interface OnCallItem {
  readonly id: DepartmentId
  readonly name: string
  /** Null where nobody is. */
  readonly rota: OnCallRota | null
  /** The people of the rota, in their order. */
  readonly people: readonly OnCallPerson[]
  readonly onCallNow: readonly UserId[]
}

/** The viewer's departments, or all for those who see all, with who is on call; by name. */
export async function listOnCall(db: Database, viewer: Actor): Promise<OnCallItem[]> {
  permit(viewer, 'onCall.read')
  const sees = visibility(viewer)
  return db.orm.transaction(async (tx) => {
    const now = await readNow(tx)
    const departments = await tx
      .select({ id: department.id, name: department.name, rota: department.onCall })
      .from(department)
      .where(
        and(
          isNull(department.deletedAt),
          sees.all ? undefined : inArray(department.id, [...sees.departments]),
        ),
      )
      .orderBy(asc(department.name))
    const ids = departments.flatMap(({ rota }) => rota?.people ?? [])
    const accounts = await tx
      .select({ id: account.id, name: account.displayName, disabledAt: account.disabledAt })
      .from(account)
      .where(inArray(account.id, ids))
    const known = new Map(accounts.map((row) => [row.id, row]))
    const isThere = (id: UserId): boolean => known.get(id)?.disabledAt === null
    return departments.map(({ id, name, rota }) => ({
      id,
      name,
      rota,
      people: (rota?.people ?? []).map((person) => ({
        id: person,
        name: known.get(person)?.name ?? '',
        isClosed: !isThere(person),
      })),
      onCallNow: rota === null ? [] : onCallAt(rota, now, isThere),
    }))
  })
}
