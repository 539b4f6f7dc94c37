import { protectionLevels } from '@highwater/core/policy'
import { previewLevelRules } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id } from '../../wire.ts'

const level = z.enum(protectionLevels)

export const previewLevelRulesOperation = defineOperation({
  method: 'GET',
  path: '/level-rules/preview',
  id: 'previewLevelRules',
  tag: 'protection levels',
  summary: 'Ask what applying the rules to the projects that there are would change',
  access: 'policy.update',
  status: 200,
  answer: z.object({
    ruled: z.int().describe('Projects that a rule speaks of.'),
    changing: z.int(),
    finished: z.int().describe('Left alone, for they are finished or released.'),
    examples: z.array(z.object({ id, name: z.string(), from: level, to: level })),
  }),
  handle: ({ services, viewer }) => previewLevelRules(services.db, viewer),
})
