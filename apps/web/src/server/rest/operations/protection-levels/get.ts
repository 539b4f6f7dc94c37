import { readProtectionLevels } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { protectionLevelsBody } from './protection-levels-body.ts'

export const getProtectionLevelsOperation = defineOperation({
  method: 'GET',
  path: '/protection-levels',
  id: 'getProtectionLevels',
  tag: 'protection levels',
  summary: 'Read the thresholds and frequencies of the three levels',
  access: 'policy.read',
  status: 200,
  answer: protectionLevelsBody,
  handle: ({ services, viewer }) => readProtectionLevels(services.db, viewer),
})
