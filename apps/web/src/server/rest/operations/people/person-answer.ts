import { globalRoles } from '@highwater/core/permissions'
import { unreachableReasons } from '@highwater/core/person'
import { z } from 'zod'
import { id, time } from '../../wire.ts'

export const personAnswer = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    role: z.enum(globalRoles),
    isClosed: z.boolean(),
    mobile: z.string().nullable(),
    dingtalkUserId: z.string().nullable(),
    feishuOpenId: z.string().nullable(),
    wecomUserId: z.string().nullable(),
    mail: z.boolean().describe('Whether alerts go to their own e-mail address.'),
    robots: z
      .array(
        z.object({
          kind: z.string(),
          enabled: z.boolean(),
          isKindAllowed: z.boolean(),
          config: z.record(z.string(), z.unknown()),
          secrets: z.record(z.string(), z.enum(['set', 'unset'])),
          health: z.enum(['untried', 'working', 'needs_attention']),
          lastDeliveredAt: time.nullable(),
        }),
      )
      .describe('Robots of their own.'),
    unreachable: z
      .enum(unreachableReasons)
      .nullable()
      .describe('Why alerts cannot reach them; null where they can.'),
    version: z.int(),
  })
  .meta({ id: 'Person' })
