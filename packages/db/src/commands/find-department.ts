import { AppError, type DepartmentId, isId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { eq, or } from 'drizzle-orm'
import type { Transaction } from '../client/connect.ts'
import { department } from '../schema/index.ts'

/** Where something belongs when its maker does not say: at home, if the maker has exactly one. */
export function homeOf(actor: Actor): DepartmentId | undefined {
  const person = actor.type === 'token' ? actor.onBehalfOf : actor
  if (actor.type === 'token' && actor.department !== null) return actor.department
  if (person?.type !== 'user' || person.role !== 'user') return undefined
  return person.departments.length === 1 ? person.departments[0]?.id : undefined
}

/**
 * The department that an id or a name refers to; the default one when nothing is said.
 * @throws AppError `invalid_input` at `department` when there is none
 */
export async function findDepartment(tx: Transaction, reference: string | undefined) {
  const [row] = await tx
    .select()
    .from(department)
    .where(
      reference === undefined
        ? eq(department.isDefault, true)
        : or(
            eq(department.name, reference),
            isId(reference) ? eq(department.id, reference as DepartmentId) : undefined,
          ),
    )
    .limit(1)
  if (row) return row
  const message = `There is no department "${reference ?? 'default'}".`
  throw new AppError('invalid_input', message, { faults: [{ path: 'department', message }] })
}
