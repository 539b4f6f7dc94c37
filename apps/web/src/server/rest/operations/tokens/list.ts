import { listTokens } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOf, whole } from '../../wire.ts'
import { tokenAnswer } from './token-answer.ts'

export const listTokensOperation = defineOperation({
  method: 'GET',
  path: '/tokens',
  id: 'listTokens',
  tag: 'tokens',
  summary: 'List API tokens, newest first',
  access: 'token.read',
  status: 200,
  answer: pageOf(tokenAnswer),
  handle: async ({ services, viewer }) => whole(await listTokens(services.db, viewer)),
})
