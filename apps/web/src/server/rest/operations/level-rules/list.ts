import { listLevelRules } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { pageOf } from '../../wire.ts'
import { levelRuleAnswer } from './level-rule-answer.ts'

export const listLevelRulesOperation = defineOperation({
  method: 'GET',
  path: '/level-rules',
  id: 'listLevelRules',
  tag: 'protection levels',
  summary: 'List the rules that give new projects their level, in order',
  access: 'policy.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(levelRuleAnswer),
  handle: async ({ services, viewer, query }) =>
    pageOfWhole('listLevelRules', await listLevelRules(services.db, viewer), ({ id }) => id, query),
})
