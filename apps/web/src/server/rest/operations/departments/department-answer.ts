import { departmentRoles } from '@highwater/core/permissions'
import { protectionLevels } from '@highwater/core/policy'
import { z } from 'zod'
import { id, named } from '../../wire.ts'

export const departmentAnswer = z
  .object({
    id,
    name: z.string(),
    isDefault: z
      .boolean()
      .describe('Takes in what names no department; it cannot be deleted. There is exactly one.'),
    defaultLevel: z.enum(protectionLevels).describe('Where its new projects start.'),
    defaultSubscription: named
      .extend({ enabled: z.boolean() })
      .nullable()
      .describe('Sends every alert of it to every enabled channel of it. Null: there is none.'),
    memberCount: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Department' })

export const departmentDetailAnswer = departmentAnswer
  .extend({
    members: z.array(
      z.object({
        id,
        name: z.string(),
        email: z.string(),
        role: z.enum(departmentRoles),
        isClosed: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'DepartmentDetail' })
