import { defineOperation } from '../../define-operation.ts'
import { readSubscription } from './read-subscription.ts'
import { subscriptionAnswer } from './subscription-answer.ts'

export const getSubscriptionOperation = defineOperation({
  method: 'GET',
  path: '/subscriptions/{id}',
  id: 'getSubscription',
  tag: 'subscriptions',
  summary: 'Read a subscription',
  access: 'subscription.read',
  status: 200,
  answer: subscriptionAnswer,
  handle: ({ context, params }) => readSubscription(context, params.id),
})
