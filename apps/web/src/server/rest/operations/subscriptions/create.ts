import { createSubscription } from '@highwater/db/commands'
import { z } from 'zod'
import { defineOperation } from '../../define-operation.ts'
import { readSubscription } from './read-subscription.ts'
import { subscriptionAnswer } from './subscription-answer.ts'
import {
  departmentField,
  enabled,
  escalation,
  levels,
  limit,
  locale,
  mention,
  name,
  recoveryNotices,
  scope,
} from './subscription-body.ts'

export const createSubscriptionOperation = defineOperation({
  method: 'POST',
  path: '/subscriptions',
  id: 'createSubscription',
  tag: 'subscriptions',
  summary: 'Say who hears of which alerts; it counts from now on',
  access: 'subscription.write',
  status: 201,
  body: z.strictObject({
    name,
    levels,
    scope: scope.optional(),
    locale: locale.optional(),
    limit: limit.optional(),
    recoveryNotices: recoveryNotices.optional(),
    mention: mention.optional(),
    escalation: escalation.optional(),
    enabled: enabled.optional(),
    department: departmentField,
  }),
  answer: subscriptionAnswer,
  async handle({ context, body }) {
    const { id } = await createSubscription(context, body)
    return readSubscription(context, id)
  },
})
