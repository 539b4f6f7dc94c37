import { getPolicyVersion } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { versionOf } from '../../version-of.ts'
import { policyVersionDetailAnswer, toPolicyVersionDetail } from './version-answer.ts'

export const getPolicyVersionOperation = defineOperation({
  method: 'GET',
  path: '/protection-levels/versions/{version}',
  id: 'getProtectionLevelVersion',
  tag: 'protection levels',
  summary:
    'Read one version of the levels, with what it changed and what restoring it would change',
  access: 'policy.read',
  status: 200,
  answer: policyVersionDetailAnswer,
  handle: async ({ services, viewer, params }) =>
    toPolicyVersionDetail(await getPolicyVersion(services.db, viewer, versionOf(params.version))),
})
