import { z } from 'zod'
import { id, named, time } from '../../wire.ts'

export const alertGroupAnswer = z
  .object({
    id,
    name: z.string(),
    remark: z.string(),
    department: id.nullable().describe('Null: for the whole installation.'),
    departmentName: z.string().nullable(),
    channels: z.array(named),
    isEmpty: z.boolean().describe('It has no channel: nobody is told through it.'),
    subscriptions: z.array(named).describe('Who sends to it: while there are any, it stays.'),
    version: z.int(),
    createdAt: time,
  })
  .meta({ id: 'AlertGroup' })
