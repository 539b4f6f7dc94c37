import type { Instant, SubscriptionId } from '@highwater/core'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { isSame } from '../same.ts'
import type { SubscriptionSettings } from './load-subscription.ts'

type Limiting = Pick<SubscriptionSettings, 'enabled' | 'receiveLimit'>

const limitOf = (settings: Limiting | null) => (settings?.enabled ? settings.receiveLimit : null)

/**
 * What a receive limit has held back is told now where that limit is another one, or none, by now. Whoever
 * counts by the limit is waited for, so that what they hold back is told too.
 * @param after null for a subscription that is deleted
 */
export async function tellLimited(
  tx: Transaction,
  before: Limiting & { readonly id: SubscriptionId },
  after: Limiting | null,
  now: Instant,
): Promise<void> {
  if (isSame(limitOf(before), limitOf(after))) return
  // In the order in which everybody locks them, and after alerts.
  await tx.execute(sql`
    select from subscription_flow where subscription_id = ${before.id} order by channel_id for update`)
  await tx.execute(sql`
    update digest set due_at = ${now}
    where subscription_id = ${before.id} and why = 'limit' and closed_at is null`)
}
