import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { levelRule } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import {
  describeLevelRule,
  levelRuleResource,
  loadLevelRule,
  subjectOf,
} from './load-level-rule.ts'

/** Takes a rule away; the projects that it gave a level keep it. */
export const deleteLevelRule = defineCommand({
  action: 'policy.update',
  input: z.strictObject({ rule: idInput<'level-rule'>() }),
  load: (tx, input) => loadLevelRule(tx, input.rule),
  resource: levelRuleResource,
  async change(tx, present) {
    await tx.delete(levelRule).where(eq(levelRule.id, present.id))
    return {
      result: { id: present.id },
      audit: [
        auditOf(
          'policy.update',
          subjectOf(present),
          { before: describeLevelRule(present) },
          { operation: 'deletion' },
        ),
      ],
      topics: ['policy'],
    }
  },
})
