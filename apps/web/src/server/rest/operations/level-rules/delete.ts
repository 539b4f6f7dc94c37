import { deleteLevelRule } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'

export const deleteLevelRuleOperation = defineOperation({
  method: 'DELETE',
  path: '/level-rules/{id}',
  id: 'deleteLevelRule',
  tag: 'protection levels',
  summary: 'Take a rule away; projects keep the level that it gave them',
  access: 'policy.update',
  status: 204,
  async handle({ context, params }) {
    await deleteLevelRule(context, { rule: params.id })
  },
})
