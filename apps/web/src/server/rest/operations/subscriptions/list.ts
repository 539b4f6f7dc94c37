import { listSubscriptions } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOf, whole } from '../../wire.ts'
import { subscriptionAnswer } from './subscription-answer.ts'

export const listSubscriptionsOperation = defineOperation({
  method: 'GET',
  path: '/subscriptions',
  id: 'listSubscriptions',
  tag: 'subscriptions',
  summary: 'List the subscriptions in the order in which they count, the default one last',
  access: 'subscription.read',
  status: 200,
  answer: pageOf(subscriptionAnswer),
  handle: async ({ services, viewer }) => whole(await listSubscriptions(services.db, viewer)),
})
