import type { DepartmentId } from '@highwater/core'
import { departmentRoleField } from '@highwater/core/department'
import { removeMembership, setMembership } from '@highwater/db/commands'
import { getDepartment } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { departmentDetailAnswer } from './department-answer.ts'

export const setMemberOperation = defineOperation({
  method: 'PUT',
  path: '/departments/{id}/members/{user}',
  id: 'setDepartmentMember',
  tag: 'departments',
  summary: 'Say which role somebody, named by id or e-mail address, has in a department',
  access: 'membership.write',
  status: 200,
  body: z.strictObject({ role: departmentRoleField }),
  answer: departmentDetailAnswer,
  async handle({ context, services, viewer, params, body }) {
    await setMembership(context, { department: params.id, user: params.user, role: body.role })
    return getDepartment(services.db, viewer, params.id as DepartmentId)
  },
})

export const removeMemberOperation = defineOperation({
  method: 'DELETE',
  path: '/departments/{id}/members/{user}',
  id: 'removeDepartmentMember',
  tag: 'departments',
  summary: 'Take somebody out of a department',
  access: 'membership.write',
  status: 204,
  async handle({ context, params }) {
    await removeMembership(context, { department: params.id, user: params.user })
  },
})
