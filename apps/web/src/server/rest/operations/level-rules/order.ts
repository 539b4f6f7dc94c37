import { orderLevelRules } from '@highwater/db/commands'
import { listLevelRules } from '@highwater/db/queries'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { id, pageOf, whole } from '../../wire.ts'
import { levelRuleAnswer } from './level-rule-answer.ts'

export const orderLevelRulesOperation = defineOperation({
  method: 'PUT',
  path: '/level-rules/order',
  id: 'orderLevelRules',
  tag: 'protection levels',
  summary: 'Put all rules into another order',
  access: 'policy.update',
  status: 200,
  body: z.strictObject({ rules: z.array(id).describe('Every rule, once.') }),
  answer: pageOf(levelRuleAnswer),
  async handle({ context, services, viewer, body }) {
    await orderLevelRules(context, body)
    return whole(await listLevelRules(services.db, viewer))
  },
})
