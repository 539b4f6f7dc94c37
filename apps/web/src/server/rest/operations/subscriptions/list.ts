import { listSubscriptions } from '@highwater/db/queries'
import { defineOperation } from '../../define-operation.ts'
import { pageOfWhole, wholePageQuery } from '../../page-of-whole.ts'
import { pageOf } from '../../wire.ts'
import { subscriptionAnswer } from './subscription-answer.ts'

export const listSubscriptionsOperation = defineOperation({
  method: 'GET',
  path: '/subscriptions',
  id: 'listSubscriptions',
  tag: 'subscriptions',
  summary: 'List the subscriptions in the order in which they count, the default one last',
  access: 'subscription.read',
  status: 200,
  query: wholePageQuery,
  answer: pageOf(subscriptionAnswer),
  handle: async ({ services, viewer, query }) =>
    pageOfWhole(
      'listSubscriptions',
      await listSubscriptions(services.db, viewer),
      ({ id }) => id,
      query,
    ),
})
