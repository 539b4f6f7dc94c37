import { AppError, type InputFault } from '@highwater/core'
import { newPassword, userFields } from '@highwater/core/account'
import { departmentRoleField } from '@highwater/core/department'
import type { Actor } from '@highwater/core/permissions'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { referenceInput } from '../../queries/inputs.ts'
import { findDepartment } from '../find-department.ts'
import type { Membership } from '../membership/replace-memberships.ts'

const mostDepartments = 200

const departments = z
  .array(
    z.strictObject({
      /** An id or a name. */
      department: referenceInput,
      role: departmentRoleField,
    }),
  )
  .max(mostDepartments, `Name at most ${mostDepartments} departments.`)

const { email, displayName, role, mobile, description } = userFields

export const createUserInput = z.strictObject({
  email,
  displayName,
  role: role.default('user'),
  mobile: mobile.optional(),
  description: description.default(''),
  departments: departments.default([]),
  /** Without one they come in through a provider, or by a password that an admin sets later. */
  initialPassword: newPassword.optional(),
})

export const updateUserInput = z.strictObject({
  email: email.optional(),
  displayName: displayName.optional(),
  role: role.optional(),
  mobile: mobile.optional(),
  description: description.optional(),
  /** All of them: whoever is left out is no member any more. */
  departments: departments.optional(),
  disabled: z.boolean().optional(),
})

/** @throws AppError `invalid_input` with paths such as `departments[1].department` */
export async function resolveMemberships(
  tx: Transaction,
  actor: Actor,
  given: z.output<typeof departments>,
): Promise<Membership[]> {
  const resolved: Membership[] = []
  for (const [index, { department: reference, role: wanted }] of given.entries()) {
    const path = `departments[${index}].department`
    const found = await findDepartment(tx, reference, actor, path)
    if (resolved.some(({ department }) => department === found.id)) {
      const fault: InputFault = { path, message: 'Name each department only once.' }
      throw new AppError('invalid_input', fault.message, { faults: [fault] })
    }
    resolved.push({ department: found.id, role: wanted })
  }
  return resolved
}
