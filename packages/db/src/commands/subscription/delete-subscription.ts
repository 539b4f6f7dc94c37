import { AppError } from '@highwater/core'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { subscription } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import {
  describeSubscription,
  loadSubscription,
  subscriptionResource,
} from './load-subscription.ts'
import { lookAtEscalation } from './look-at-escalation.ts'
import { tellLimited } from './tell-limited.ts'

/**
 * Deletes a subscription. A digest that it is gathering is still sent, at once where its receive limit was
 * why: it names what was held.
 */
export const deleteSubscription = defineCommand({
  action: 'subscription.write',
  input: z.strictObject({ subscription: idInput<'subscription'>(), expectedVersion }),
  load: (tx, input, context) => loadSubscription(tx, input.subscription, context),
  resource: subscriptionResource,
  async change(tx, present, input, { now }) {
    const { id, version } = present
    const before = describeSubscription(present)
    expectVersion('subscription', version, input.expectedVersion, { id, version, ...before })
    if (present.isDefault) {
      const message = 'The default subscription cannot be deleted. Narrow it or switch it off.'
      throw new AppError('conflict', message)
    }
    await tx
      .update(subscription)
      .set({ deletedAt: now, enabled: false, version: version + 1 })
      .where(eq(subscription.id, id))
    await lookAtEscalation(tx, present, null, now)
    await tellLimited(tx, present, null, now)
    return {
      result: { id },
      audit: [auditOf('subscription.write', present, { before }, { operation: 'deletion' })],
      topics: ['subscriptions'],
    }
  },
})
