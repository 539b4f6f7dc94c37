import { updateLevelRule } from '@highwater/db/commands'
import { getLevelRule } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { levelRuleAnswer } from './level-rule-answer.ts'
import { levelRuleBody } from './level-rule-body.ts'

export const updateLevelRuleOperation = defineOperation({
  method: 'PATCH',
  path: '/level-rules/{id}',
  id: 'updateLevelRule',
  tag: 'protection levels',
  summary: 'Change a rule; what is left out stays',
  access: 'policy.update',
  status: 200,
  body: levelRuleBody.partial().extend(versionField),
  answer: levelRuleAnswer,
  async handle({ context, services, viewer, params, body: { version, ...changes } }) {
    await updateLevelRule(context, { ...changes, rule: params.id, expectedVersion: version })
    return getLevelRule(services.db, viewer, params.id)
  },
})
