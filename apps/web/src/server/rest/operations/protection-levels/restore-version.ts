import { restoreProtectionLevels } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'
import { versionOf } from '../../version-of.ts'
import { protectionLevelsBody } from './protection-levels-body.ts'

export const restorePolicyVersionOperation = defineOperation({
  method: 'POST',
  path: '/protection-levels/versions/{version}/restore',
  id: 'restoreProtectionLevelVersion',
  tag: 'protection levels',
  summary: 'Bring the settings of an old version back, as a new version',
  access: 'policy.update',
  status: 200,
  answer: protectionLevelsBody,
  handle: ({ context, params }) =>
    restoreProtectionLevels(context, { restore: versionOf(params.version) }),
})
