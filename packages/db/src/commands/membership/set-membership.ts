import { departmentRoleField } from '@highwater/core/department'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { idInput, referenceInput } from '../../queries/inputs.ts'
import { membership } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import type { ChangeContext } from '../context.ts'
import { defineCommand } from '../define-command.ts'
import {
  type Department,
  departmentResource,
  loadDepartment,
} from '../department/load-department.ts'
import { findPerson } from '../find-owner.ts'
import { raiseVersion } from './raise-version.ts'

interface Named {
  readonly department: Department['id']
}

const load = (tx: Transaction, input: Named, context: ChangeContext) =>
  loadDepartment(tx, input.department, context)

/** Looked up for those only who may change members: they learn whether there is such a person. */
async function findMember(tx: Transaction, department: Department, user: string) {
  const person = await findPerson(tx, user, 'user')
  const ofPerson = and(eq(membership.userId, person.id), eq(membership.departmentId, department.id))
  const [present] = await tx.select({ role: membership.role }).from(membership).where(ofPerson)
  return { person, ofPerson, role: present?.role ?? null }
}

/** Says which role somebody has in a department, member or not: its managers keep its members. */
export const setMembership = defineCommand({
  action: 'membership.write',
  input: z.strictObject({
    department: idInput<'department'>(),
    /** An id or an e-mail address. */
    user: referenceInput,
    role: departmentRoleField,
  }),
  load,
  resource: departmentResource,
  async change(tx, department, { user, role }) {
    const { person, ofPerson, role: present } = await findMember(tx, department, user)
    const result = { department: department.id, user: person.id, role }
    if (present === role) return { result, unchanged: true }
    const row = { userId: person.id, departmentId: department.id, role }
    if (present === null) await tx.insert(membership).values(row)
    else await tx.update(membership).set({ role }).where(ofPerson)
    await raiseVersion(tx, person.id)
    return {
      result,
      audit: [
        auditOf(
          'membership.write',
          { id: person.id, name: person.email },
          {
            before: present === null ? null : { department: department.name, role: present },
            after: { department: department.name, role },
          },
        ),
      ],
      topics: ['people'],
    }
  },
})

/** Takes somebody out of a department; what they own there stays theirs. */
export const removeMembership = defineCommand({
  action: 'membership.write',
  input: z.strictObject({ department: idInput<'department'>(), user: referenceInput }),
  load,
  resource: departmentResource,
  async change(tx, department, { user }) {
    const { person, ofPerson, role } = await findMember(tx, department, user)
    const result = { department: department.id, user: person.id }
    if (role === null) return { result, unchanged: true }
    await tx.delete(membership).where(ofPerson)
    await raiseVersion(tx, person.id)
    const before = { department: department.name, role }
    return {
      result,
      audit: [auditOf('membership.write', { id: person.id, name: person.email }, { before })],
      topics: ['people'],
    }
  },
})
