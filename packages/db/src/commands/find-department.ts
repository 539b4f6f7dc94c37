import { AppError, type DepartmentId, isId } from '@highwater/core'
import { eq, or } from 'drizzle-orm'
import type { Transaction } from '../client/connect.ts'
import { department } from '../schema/index.ts'

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
