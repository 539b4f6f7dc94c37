import type { DepartmentId } from '@highwater/core'
import { getDepartment, listDepartments } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { pageOf } from '../../wire.ts'
import { departmentAnswer, departmentDetailAnswer } from './department-answer.ts'

export const listDepartmentsOperation = defineOperation({
  method: 'GET',
  path: '/departments',
  id: 'listDepartments',
  tag: 'departments',
  summary: 'List departments',
  access: 'department.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(departmentAnswer),
  handle: async ({ services, viewer, query }) =>
    pageOfWhole(
      'listDepartments',
      await listDepartments(services.db, viewer),
      ({ id }) => id,
      query,
    ),
})

export const getDepartmentOperation = defineOperation({
  method: 'GET',
  path: '/departments/{id}',
  id: 'getDepartment',
  tag: 'departments',
  summary: 'Read a department and who is in it',
  access: 'department.read',
  status: 200,
  answer: departmentDetailAnswer,
  handle: ({ services, viewer, params }) =>
    getDepartment(services.db, viewer, params.id as DepartmentId),
})
