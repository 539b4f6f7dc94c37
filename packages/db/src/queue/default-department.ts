import type { DepartmentId } from '@highwater/core'
import type { Sql, TransactionSql } from '../client/connect.ts'

/** Where alerts stand that belong to the installation as a whole. */
export async function defaultDepartment(tx: TransactionSql | Sql): Promise<DepartmentId> {
  const [row] = await tx<{ id: DepartmentId }[]>`select id from department where is_default`
  if (!row) throw new Error('There is no default department: the migrations have not been run.')
  return row.id
}
