import { listSources } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOf, whole } from '../../wire.ts'
import { sourceAnswer } from './source-answer.ts'

export const listSourcesOperation = defineOperation({
  method: 'GET',
  path: '/sources',
  id: 'listSources',
  tag: 'sources',
  summary: 'List the collectors',
  access: 'source.read',
  status: 200,
  answer: pageOf(sourceAnswer),
  handle: async ({ services, viewer }) => whole(await listSources(services.db, viewer)),
})
