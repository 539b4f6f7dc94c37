import type { Instant } from '@highwater/core'
import type { CloseReason } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import type { AlertRow } from '../alert-row.ts'
import { writeTimeline } from '../evaluate/timeline.ts'
import { loadAlertsAbout, type ThingColumn } from '../load-alerts.ts'
import { updateAlerts } from '../store-alerts.ts'
import { moveRow } from './move-row.ts'

/**
 * Closes every alert about a thing that somebody removes. Nobody is told: whoever removed it knows,
 * and nothing has recovered.
 */
export async function closeAlertsAbout(
  tx: TransactionSql,
  column: ThingColumn,
  id: string,
  reason: CloseReason,
  now: Instant,
): Promise<readonly AlertRow[]> {
  const open = await loadAlertsAbout(tx, column, [id])
  const closed = open.map((row) => moveRow(row, { type: 'close', reason }, now))
  await updateAlerts(tx, closed)
  await writeTimeline(
    tx,
    closed.map((alert) => ({ alert, type: 'close', reason })),
    now,
  )
  return closed
}
