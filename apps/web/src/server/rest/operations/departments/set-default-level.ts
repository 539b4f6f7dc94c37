import type { DepartmentId } from '@highwater/core'
import { protectionLevels } from '@highwater/core/policy'
import { setDefaultLevel } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id } from '../../wire.ts'

const level = z.enum(protectionLevels)

export const setDefaultLevelOperation = defineOperation({
  method: 'PUT',
  path: '/departments/{id}/protection-level',
  id: 'setDepartmentProtectionLevel',
  tag: 'departments',
  summary: 'Say at which level new projects of a department start',
  access: 'policy.update',
  status: 200,
  body: z.strictObject({ level }),
  answer: z.object({ id, defaultLevel: level }),
  handle: ({ context, params, body }) =>
    setDefaultLevel(context, { department: params.id as DepartmentId, level: body.level }),
})
