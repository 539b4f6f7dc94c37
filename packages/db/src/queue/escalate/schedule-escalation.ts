import type { Instant } from '@highwater/core'
import type { PlannedNews } from '@highwater/core/notify'
import { escalatingFor, escalationAt, type Subscription } from '@highwater/core/subscription'
import type { TransactionSql } from '../../client/connect.ts'

/**
 * Sets when the alerts that have just fired are escalated for the first time. Only where a
 * subscription with steps covers one does it cost a write.
 */
export async function scheduleEscalation(
  tx: TransactionSql,
  fired: readonly PlannedNews[],
  subscriptions: readonly Subscription[],
  now: Instant,
): Promise<void> {
  const due = fired.flatMap(({ alert, subject }) => {
    const escalating = escalatingFor(subscriptions, subject)
    const { nextAt } = escalationAt({ from: now, escalatedMinutes: 0 }, escalating, now)
    return nextAt === null ? [] : [{ alert, nextAt }]
  })
  if (due.length === 0) return
  await tx`
    update alert set escalates_at = t.next_at
    from unnest(
      ${due.map(({ alert }) => alert)}::uuid[], ${due.map(({ nextAt }) => nextAt)}::timestamptz[]
    ) as t (id, next_at)
    where alert.id = t.id`
}
