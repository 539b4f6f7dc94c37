import { levelRuleFields } from '@highwater/core/policy'
import { z } from 'zod'

export const levelRuleBody = z.strictObject({
  department: levelRuleFields.department
    .optional()
    .describe('An id or a name; null for every department.'),
  tag: levelRuleFields.tag.optional().describe('Null for any tags or none.'),
  level: levelRuleFields.level,
})
