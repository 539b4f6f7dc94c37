import { applyLevelRules } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'
import { levelsSetAnswer } from '../projects/levels-set-answer.ts'

export const applyLevelRulesOperation = defineOperation({
  method: 'POST',
  path: '/level-rules/apply',
  id: 'applyLevelRules',
  tag: 'protection levels',
  summary: 'Put the projects that there are under the levels that the rules give',
  access: 'project.setLevel',
  status: 200,
  answer: levelsSetAnswer,
  handle: ({ context }) => applyLevelRules(context, {}),
})
