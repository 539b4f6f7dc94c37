import type { DepartmentId } from '@highwater/core'
import { departmentFields } from '@highwater/core/department'
import { createDepartment, deleteDepartment, updateDepartment } from '@highwater/db/commands'
import { getDepartment } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { departmentDetailAnswer } from './department-answer.ts'

const { name, defaultLevel } = departmentFields

const defaultSubscription = departmentFields.defaultSubscription
  .optional()
  .describe(
    'True: its own default subscription sends every alert of it to every enabled channel of it.',
  )

export const createDepartmentOperation = defineOperation({
  method: 'POST',
  path: '/departments',
  id: 'createDepartment',
  tag: 'departments',
  summary: 'Make a department',
  access: 'department.write',
  status: 201,
  body: z.strictObject({ name, defaultLevel: defaultLevel.optional(), defaultSubscription }),
  answer: departmentDetailAnswer,
  async handle({ context, services, viewer, body }) {
    const { id } = await createDepartment(context, body)
    return getDepartment(services.db, viewer, id)
  },
})

export const updateDepartmentOperation = defineOperation({
  method: 'PATCH',
  path: '/departments/{id}',
  id: 'updateDepartment',
  tag: 'departments',
  summary:
    'Rename a department, or change where its projects start and its alerts go; what is left out stays',
  access: 'department.write',
  status: 200,
  body: z.strictObject({
    name: name.optional(),
    defaultLevel: defaultLevel.optional(),
    defaultSubscription,
    ...versionField,
  }),
  answer: departmentDetailAnswer,
  async handle({ context, services, viewer, params, body: { version, ...changes } }) {
    await updateDepartment(context, {
      ...changes,
      department: params.id,
      expectedVersion: version,
    })
    return getDepartment(services.db, viewer, params.id as DepartmentId)
  },
})

export const deleteDepartmentOperation = defineOperation({
  method: 'DELETE',
  path: '/departments/{id}',
  id: 'deleteDepartment',
  tag: 'departments',
  summary: 'Delete a department in which nothing is left',
  access: 'department.write',
  status: 204,
  async handle({ context, params }) {
    await deleteDepartment(context, { department: params.id })
  },
})
