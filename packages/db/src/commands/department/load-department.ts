import type { DepartmentId } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { foundOne } from '../../queries/not-found.ts'
import { departmentVisibleTo } from '../../queries/visible.ts'
import { department } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'
import { unlessTaken } from '../database-fault.ts'
import type { Resource } from '../refused.ts'

export type Department = typeof department.$inferSelect

/**
 * A living department that the actor may see, locked against everybody who would put something into
 * it (`findDepartment`). @throws AppError `not_found`
 */
export async function loadDepartment(
  tx: Transaction,
  id: DepartmentId,
  { actor }: Pick<ChangeContext, 'actor'>,
): Promise<Department> {
  const visible = departmentVisibleTo(actor, department.id, { shared: false })
  const rows = await tx
    .select()
    .from(department)
    .where(and(eq(department.id, id), isNull(department.deletedAt), visible))
    .for('update')
  return foundOne(rows, 'department')
}

export const departmentResource = ({ id, name }: Pick<Department, 'id' | 'name'>): Resource => ({
  department: id,
  subject: { id, name },
})

/** A department as the audit and a conflict show it. */
export const describeDepartment = ({
  name,
  defaultLevel,
}: Pick<Department, 'name' | 'defaultLevel'>) => ({ name, defaultLevel })

/** @throws AppError `conflict` at `name` when another department has it */
export const unlessNameTaken = <T>(write: PromiseLike<T>, name: string): Promise<T> =>
  unlessTaken(write, 'department_name', {
    path: 'name',
    message: `Another department is called "${name}" already. Choose another name.`,
  })
