import { createLevelRule } from '@highwater/db/commands'
import { getLevelRule } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { levelRuleAnswer } from './level-rule-answer.ts'
import { levelRuleBody } from './level-rule-body.ts'

export const createLevelRuleOperation = defineOperation({
  method: 'POST',
  path: '/level-rules',
  id: 'createLevelRule',
  tag: 'protection levels',
  summary: 'Add a rule: projects with this tag of this department start at this level',
  access: 'policy.update',
  status: 201,
  body: levelRuleBody,
  answer: levelRuleAnswer,
  async handle({ context, services, viewer, body }) {
    const { id } = await createLevelRule(context, body)
    return getLevelRule(services.db, viewer, id)
  },
})
