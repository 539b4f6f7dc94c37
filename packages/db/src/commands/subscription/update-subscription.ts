import { subscriptionFields } from '@highwater/core/subscription'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { subscription } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { isSame } from '../same.ts'
import { expectScope } from './expect-scope.ts'
import { expectTargets } from './expect-targets.ts'
import {
  describeSubscription,
  loadSubscription,
  subscriptionResource,
  unlessNameTaken,
} from './load-subscription.ts'
import { lookAtEscalation } from './look-at-escalation.ts'
import { tellLimited } from './tell-limited.ts'

const noTargets = { high: null, medium: null, low: null }

/** Changes a subscription; what is left out stays. What is on its way already is not taken back. */
export const updateSubscription = defineCommand({
  action: 'subscription.write',
  input: z
    .strictObject(subscriptionFields)
    .partial()
    .extend({ subscription: idInput<'subscription'>(), expectedVersion }),
  load: (tx, input, context) => loadSubscription(tx, input.subscription, context),
  resource: subscriptionResource,
  async change(tx, present, input, { actor, now }) {
    const { id, version, departmentId } = present
    const before = describeSubscription(present)
    expectVersion('subscription', version, input.expectedVersion, { id, version, ...before })
    const row = {
      name: input.name ?? present.name,
      enabled: input.enabled ?? present.enabled,
      scope: input.scope ?? present.scope,
      levels: input.levels ?? present.levels,
      locale: input.locale === undefined ? present.locale : input.locale,
      receiveLimit: input.limit === undefined ? present.receiveLimit : input.limit,
      recoveryNotices: input.recoveryNotices ?? present.recoveryNotices,
      mention: input.mention ?? present.mention,
      escalation: input.escalation ?? present.escalation,
    }
    const after = describeSubscription(row)
    if (isSame(before, after)) return { result: { id, version }, unchanged: true }
    if (input.scope !== undefined) {
      await expectScope(tx, actor, departmentId, input.scope, present.scope)
    }
    if (input.levels !== undefined || input.escalation !== undefined) {
      const { levels = noTargets, escalation = [] } = input
      await expectTargets(tx, departmentId, { levels, escalation })
    }
    await unlessNameTaken(
      tx
        .update(subscription)
        .set({ ...row, version: version + 1 })
        .where(eq(subscription.id, id)),
      row.name,
    )
    await lookAtEscalation(tx, present, row, now)
    await tellLimited(tx, present, row, now)
    return {
      result: { id, version: version + 1 },
      audit: [auditOf('subscription.write', { id, name: row.name }, { before, after })],
      topics: ['subscriptions'],
    }
  },
})
