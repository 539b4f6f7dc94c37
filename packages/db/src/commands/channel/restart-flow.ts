import type { ChannelId, Instant } from '@highwater/core'
import type { Aggregation } from '@highwater/core/notify'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { isSame } from '../same.ts'

interface Flow {
  readonly aggregation: Aggregation | null
  readonly monthlyQuota: number | null
}

/** Its robot is asked again at once what it may be sent: by another quota, or by none of this channel. */
export const reopenRobot = (tx: Transaction, { budgetKey }: { readonly budgetKey: string }) =>
  tx.execute(sql`
    update channel_bucket set opens_at = null, opens_for_all_at = null where key = ${budgetKey}`)

/**
 * What was gathered under another way of aggregation is told now, and the windows begin anew; under
 * another quota the robot is asked again at once what it may be sent.
 */
export async function restartFlow(
  tx: Transaction,
  present: Flow & { readonly id: ChannelId; readonly budgetKey: string },
  next: Flow,
  now: Instant,
): Promise<void> {
  if (!isSame(present.aggregation, next.aggregation)) {
    await tx.execute(sql`
      update digest set due_at = ${now}
      where channel_id = ${present.id} and why = 'aggregation' and closed_at is null`)
  }
  if (present.monthlyQuota !== next.monthlyQuota) await reopenRobot(tx, present)
}
