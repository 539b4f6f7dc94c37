import { subscriptionFields, wholeScope } from '@highwater/core/subscription'
import { z } from 'zod'
import { newId } from '../../client/new-id.ts'
import { referenceInput } from '../../queries/inputs.ts'
import { subscription } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { departmentOf } from '../silence/silence-input.ts'
import { expectScope } from './expect-scope.ts'
import { expectTargets } from './expect-targets.ts'
import { describeSubscription, unlessNameTaken } from './load-subscription.ts'
import { lookAtEscalation } from './look-at-escalation.ts'

const { name, scope, levels, locale, limit, recoveryNotices, mention, escalation, enabled } =
  subscriptionFields

/** Makes a subscription; from its commit on it says who hears of what. */
export const createSubscription = defineCommand({
  action: 'subscription.write',
  input: z.strictObject({
    name,
    levels,
    scope: scope.default(wholeScope),
    locale: locale.default(null),
    limit: limit.default(null),
    recoveryNotices: recoveryNotices.default(true),
    mention: mention.default('none'),
    escalation: escalation.default([]),
    enabled: enabled.default(true),
    department: referenceInput.nullable().optional(),
  }),
  load: (tx, input, { actor }) => departmentOf(tx, input.department, actor),
  resource: (departmentId) => ({ department: departmentId }),
  async change(tx, departmentId, input, { now, actor }) {
    await expectScope(tx, actor, departmentId, input.scope)
    await expectTargets(tx, departmentId, input)
    const { department, limit: receiveLimit, ...settings } = input
    const row = {
      id: newId<'subscription'>(),
      ...settings,
      receiveLimit,
      departmentId,
      createdAt: now,
    }
    await unlessNameTaken(tx.insert(subscription).values(row), row.name)
    await lookAtEscalation(tx, null, row, now)
    const after = { ...describeSubscription(row), department: departmentId }
    return {
      result: { id: row.id, version: 1 },
      audit: [auditOf('subscription.write', row, { after }, { operation: 'creation' })],
      topics: ['subscriptions'],
    }
  },
})
