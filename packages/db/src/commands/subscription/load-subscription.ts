import type { SubscriptionId } from '@highwater/core'
import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { foundOne } from '../../queries/not-found.ts'
import { departmentVisibleTo } from '../../queries/visible.ts'
import { subscription } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'
import { unlessTaken } from '../database-fault.ts'
import type { Resource } from '../refused.ts'

/** A living subscription that the actor may see, locked. @throws AppError `not_found` */
export async function loadSubscription(
  tx: Transaction,
  id: SubscriptionId,
  { actor }: ChangeContext,
) {
  const visible = departmentVisibleTo(actor, subscription.departmentId, { shared: true })
  const rows = await tx
    .select()
    .from(subscription)
    .where(and(eq(subscription.id, id), isNull(subscription.deletedAt), visible))
    // Whoever tells an alert may refer to the row meanwhile: no key of it changes here.
    .for('no key update')
  return foundOne(rows, 'subscription')
}

export type LoadedSubscription = Awaited<ReturnType<typeof loadSubscription>>

export const subscriptionResource = (row: LoadedSubscription): Resource => ({
  department: row.departmentId,
  subject: row,
})

export type SubscriptionSettings = Pick<
  LoadedSubscription,
  | 'name'
  | 'enabled'
  | 'scope'
  | 'levels'
  | 'locale'
  | 'receiveLimit'
  | 'recoveryNotices'
  | 'mention'
  | 'escalation'
>

/** A subscription as the audit and a conflict show it. */
export const describeSubscription = (row: SubscriptionSettings) => ({
  name: row.name,
  enabled: row.enabled,
  scope: row.scope,
  levels: row.levels,
  locale: row.locale,
  limit: row.receiveLimit,
  recoveryNotices: row.recoveryNotices,
  mention: row.mention,
  escalation: row.escalation,
})

/** @throws AppError `conflict` at `name` when another living subscription has it */
export const unlessNameTaken = <T>(write: PromiseLike<T>, name: string): Promise<T> =>
  unlessTaken(write, 'subscription_name', {
    path: 'name',
    message: `Another subscription is called "${name}" already. Choose another name.`,
  })
