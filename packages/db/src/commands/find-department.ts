import { AppError, type DepartmentId, isId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { and, eq, isNull, or } from 'drizzle-orm'
import type { Transaction } from '../client/connect.ts'
import { departmentVisibleTo } from '../queries/visible.ts'
import { department } from '../schema/index.ts'

/**
 * The department that an id or a name refers to, as far as the actor may see it; the default one when
 * nothing is said. Nobody can delete it before what is put into it is there.
 * @throws AppError `invalid_input` at `path` when there is none
 */
export async function findDepartment(
  tx: Transaction,
  reference: string | undefined,
  actor: Actor,
  path = 'department',
) {
  const named = reference === undefined ? undefined : byReference(reference)
  const visible = departmentVisibleTo(actor, department.id, { shared: false })
  const [row] = await tx
    .select()
    .from(department)
    .where(
      and(
        isNull(department.deletedAt),
        named === undefined ? eq(department.isDefault, true) : and(named, visible),
      ),
    )
    .limit(1)
    .for('key share')
  if (row) return row
  const message = `There is no department "${reference ?? 'default'}", or you may not see it.`
  throw new AppError('invalid_input', message, { faults: [{ path, message }] })
}

const byReference = (reference: string) =>
  or(
    eq(department.name, reference),
    isId(reference) ? eq(department.id, reference as DepartmentId) : undefined,
  )
