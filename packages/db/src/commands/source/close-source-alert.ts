import type { Instant, SourceId } from '@highwater/core'
import type { Transaction } from '../../client/connect.ts'
import { writeTimeline } from '../../queue/evaluate/timeline.ts'
import { loadAlertsOfSource } from '../../queue/load-alerts.ts'
import { updateAlerts } from '../../queue/store-alerts.ts'
import { cancelUnsent } from '../cancel-unsent.ts'
import { sqlOf } from '../sql-of.ts'

/**
 * Closes `source_down` together with its source. Nobody is told: whoever deleted the source knows,
 * and nothing has recovered.
 */
export async function closeSourceAlert(tx: Transaction, id: SourceId, now: Instant): Promise<void> {
  const sql = sqlOf(tx)
  const open = await loadAlertsOfSource(sql, id)
  if (open.length === 0) return
  await cancelUnsent(tx, { alertsOf: id, reason: 'source_deleted' }, now)
  const closed = open.map((row) => ({
    ...row,
    state: 'closed' as const,
    closed_at: now,
    close_reason: 'closed_by_person' as const,
    next_notify_at: null,
  }))
  await updateAlerts(sql, closed)
  const entries = closed.map((alert) => ({ alert, type: 'close', reason: alert.close_reason }))
  await writeTimeline(sql, entries, now)
}
