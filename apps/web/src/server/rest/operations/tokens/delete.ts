import { revokeToken } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'

export const deleteTokenOperation = defineOperation({
  method: 'DELETE',
  path: '/tokens/{id}',
  id: 'deleteToken',
  tag: 'tokens',
  summary: 'Revoke an API token at once and for good',
  access: 'token.revoke',
  status: 204,
  async handle({ context, params }) {
    await revokeToken(context, { token: params.id })
  },
})
