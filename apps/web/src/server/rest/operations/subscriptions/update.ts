import { subscriptionFields } from '@highwater/core/subscription'
import { updateSubscription } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { versionField } from '../../version-field.ts'
import { readSubscription } from './read-subscription.ts'
import { subscriptionAnswer } from './subscription-answer.ts'

export const updateSubscriptionOperation = defineOperation({
  method: 'PATCH',
  path: '/subscriptions/{id}',
  id: 'updateSubscription',
  tag: 'subscriptions',
  summary: 'Change a subscription; what is left out stays',
  access: 'subscription.write',
  status: 200,
  body: z.strictObject(subscriptionFields).partial().extend(versionField),
  answer: subscriptionAnswer,
  async handle({ context, params, body: { version, ...changes } }) {
    await updateSubscription(context, {
      ...changes,
      subscription: params.id,
      expectedVersion: version,
    })
    return readSubscription(context, params.id)
  },
})
