import { AppError, type InputFault } from '@highwater/core'
import { type OnCallRota, onCallRotaField } from '@highwater/core/person'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { idInput } from '../../queries/inputs.ts'
import { account, department } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { departmentResource, loadDepartment } from '../department/load-department.ts'
import { isSame } from '../same.ts'

/** @throws AppError `invalid_input` with paths such as `rota.people[1]` */
async function readNames(tx: Transaction, { people }: OnCallRota): Promise<string[]> {
  const rows = await tx
    .select({ id: account.id, email: account.email })
    .from(account)
    .where(and(inArray(account.id, [...people]), isNull(account.disabledAt)))
  const emails = new Map(rows.map(({ id, email }) => [id, email]))
  const message = 'There is no such account, or it is closed.'
  const faults = people.flatMap((id, index): InputFault[] =>
    emails.has(id) ? [] : [{ path: `rota.people[${index}]`, message }],
  )
  if (faults.length > 0) throw new AppError('invalid_input', message, { faults })
  return people.flatMap((id) => emails.get(id) ?? [])
}

/** Says who is on call in a department; null for nobody (C18). */
export const setOnCall = defineCommand({
  action: 'onCall.write',
  input: z.strictObject({ department: idInput<'department'>(), rota: onCallRotaField.nullable() }),
  load: (tx, input, context) => loadDepartment(tx, input.department, context),
  resource: departmentResource,
  async change(tx, { id, name, onCall: before }, { rota }) {
    const result = { id }
    const people = rota === null ? [] : await readNames(tx, rota)
    if (isSame(before, rota)) return { result, unchanged: true }
    await tx.update(department).set({ onCall: rota }).where(eq(department.id, id))
    const after = rota === null ? null : { ...rota, emails: people }
    return {
      result,
      audit: [auditOf('onCall.write', { id, name }, { before, after })],
      topics: ['people'],
    }
  },
})
