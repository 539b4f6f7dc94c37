import { protectionLevels } from '@highwater/core/policy'
import { listDepartments } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id, pageOf, whole } from '../../wire.ts'

export const listDepartmentsOperation = defineOperation({
  method: 'GET',
  path: '/departments',
  id: 'listDepartments',
  tag: 'departments',
  summary: 'List departments',
  access: 'project.read',
  status: 200,
  answer: pageOf(
    z
      .object({
        id,
        name: z.string(),
        isDefault: z.boolean(),
        defaultLevel: z.enum(protectionLevels),
      })
      .meta({ id: 'Department' }),
  ),
  handle: async ({ services, viewer }) => whole(await listDepartments(services.db, viewer)),
})
