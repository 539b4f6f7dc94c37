import { updateProtectionLevels } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'
import { protectionLevelsBody } from './protection-levels-body.ts'

export const replaceProtectionLevelsOperation = defineOperation({
  method: 'PUT',
  path: '/protection-levels',
  id: 'replaceProtectionLevels',
  tag: 'protection levels',
  summary: 'Change the thresholds and frequencies of the three levels',
  access: 'policy.update',
  status: 200,
  body: protectionLevelsBody,
  answer: protectionLevelsBody,
  handle: ({ context, body }) => updateProtectionLevels(context, body),
})
