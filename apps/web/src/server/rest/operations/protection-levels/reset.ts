import { resetProtectionLevels } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'
import { protectionLevelsBody } from './protection-levels-body.ts'

export const resetProtectionLevelsOperation = defineOperation({
  method: 'POST',
  path: '/protection-levels/reset',
  id: 'resetProtectionLevels',
  tag: 'protection levels',
  summary: 'Give the three levels their default thresholds and frequencies',
  access: 'policy.update',
  status: 200,
  answer: protectionLevelsBody,
  handle: ({ context }) => resetProtectionLevels(context, {}),
})
