import { listTokens } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { pageOf } from '../../wire.ts'
import { tokenAnswer } from './token-answer.ts'

export const listTokensOperation = defineOperation({
  method: 'GET',
  path: '/tokens',
  id: 'listTokens',
  tag: 'tokens',
  summary: 'List API tokens, newest first',
  access: 'token.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(tokenAnswer),
  handle: async ({ services, viewer, query }) =>
    pageOfWhole('listTokens', await listTokens(services.db, viewer), ({ id }) => id, query),
})
