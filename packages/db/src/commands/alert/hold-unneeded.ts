import type { AlertId, Instant } from '@highwater/core'
import type { MessageNote, SuppressionReason } from '@highwater/core/notify'
import type { Transaction } from '../../client/connect.ts'
import { notArrived, takeBack } from '../../queue/outbox/take-back.ts'
import { refreshSendingStatus } from '../../queue/outbox/write-notifications.ts'
import { sqlOf } from '../sql-of.ts'

/**
 * Repeats of an alert that have not arrived yet, and what escalates it to whoever has not heard of it, are
 * not sent any more: somebody knows of it now (A11).
 */
export async function holdUnneeded(
  tx: Transaction,
  alert: AlertId,
  because: Extract<SuppressionReason, 'acknowledged' | 'snoozed'>,
  now: Instant,
): Promise<void> {
  const sql = sqlOf(tx)
  const chosen = sql`
    select n.id, 'suppressed', ${because}::text, null::jsonb from notification n
    where n.alert_id = ${alert} and n.state in ${sql.unsafe(notArrived)}
      and (n.kind = 'repeat' or n.message ->> 'note' = ${'escalated' satisfies MessageNote})`
  const held = await takeBack(sql, chosen, now)
  if (held.length > 0) await refreshSendingStatus(sql, [alert])
}
