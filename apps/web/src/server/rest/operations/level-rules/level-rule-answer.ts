import { protectionLevels } from '@highwater/core/policy'
import { z } from 'zod'
import { id, named } from '../../wire.ts'

export const levelRuleAnswer = z
  .object({
    id,
    department: named.nullable().describe('Null: of every department.'),
    tag: z.string().nullable().describe('Null: with any tags or none.'),
    level: z.enum(protectionLevels),
    version: z.int(),
  })
  .meta({ id: 'LevelRule' })
