import { deleteSubscription } from '@highwater/db/commands'
import { defineOperation } from '../../define-operation.ts'

export const deleteSubscriptionOperation = defineOperation({
  method: 'DELETE',
  path: '/subscriptions/{id}',
  id: 'deleteSubscription',
  tag: 'subscriptions',
  summary: 'Delete a subscription; the default one can only be narrowed or switched off',
  access: 'subscription.write',
  status: 204,
  async handle({ context, params }) {
    await deleteSubscription(context, { subscription: params.id })
  },
})
