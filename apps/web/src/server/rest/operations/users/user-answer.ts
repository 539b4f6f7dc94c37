import { departmentRoles, globalRoles } from '@highwater/core/permissions'
import { z } from 'zod'
import { id, named, time } from '../../wire.ts'

export const userAnswer = z
  .object({
    id: id.describe('The same as that of the person under `/people`.'),
    email: z.string().describe('The account: by it they sign in.'),
    name: z.string(),
    role: z.enum(globalRoles),
    disabled: z.boolean(),
    hasPassword: z.boolean(),
    departments: z
      .array(named.extend({ role: z.enum(departmentRoles) }))
      .describe('Those that the reader may see.'),
    mobile: z.string().nullable().describe('Null also for those who may not read contacts.'),
    description: z.string().nullable(),
    ownedProjects: z.int().nullable(),
    createdAt: time,
    version: z.int(),
  })
  .meta({ id: 'User' })
