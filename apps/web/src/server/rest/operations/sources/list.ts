import { listSources } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { pageOf } from '../../wire.ts'
import { sourceAnswer } from './source-answer.ts'

export const listSourcesOperation = defineOperation({
  method: 'GET',
  path: '/sources',
  id: 'listSources',
  tag: 'sources',
  summary: 'List the collectors',
  access: 'source.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(sourceAnswer),
  handle: async ({ services, viewer, query }) =>
    pageOfWhole('listSources', await listSources(services.db, viewer), ({ id }) => id, query),
})
