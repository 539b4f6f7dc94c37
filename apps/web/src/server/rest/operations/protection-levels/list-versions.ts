import { listPolicyVersions, listPolicyVersionsInput } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOf } from '../../wire.ts'
import { policyVersionAnswer, toPolicyVersion } from './version-answer.ts'

export const listPolicyVersionsOperation = defineOperation({
  method: 'GET',
  path: '/protection-levels/versions',
  id: 'listProtectionLevelVersions',
  tag: 'protection levels',
  summary: 'List the versions of the levels, newest first: the first is in force',
  access: 'policy.read',
  status: 200,
  query: listPolicyVersionsInput,
  answer: pageOf(policyVersionAnswer),
  async handle({ services, viewer, query }) {
    const { items, nextCursor } = await listPolicyVersions(services.db, viewer, query)
    return { items: items.map(toPolicyVersion), nextCursor }
  },
})
