import type { Instant } from '@highwater/core'
import type { CloseReason } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import { writeTimeline } from '../evaluate/timeline.ts'
import { loadAlertsAbout, type ThingColumn } from '../load-alerts.ts'
import { tell } from '../outbox/tell.ts'
import { updateAlerts } from '../store-alerts.ts'
import { moveRow, newsOfMove } from './move-row.ts'

export interface Removal {
  readonly reason: CloseReason
  readonly now: Instant
  readonly consoleUrl: string
}

/**
 * Closes every alert about a thing that somebody removes or switches off. Whoever was told of one hears
 * that it is over, and why: of the removal they know nothing, and a receiver would keep its incident open.
 */
export async function closeAlertsAbout(
  tx: TransactionSql,
  column: ThingColumn,
  id: string,
  { reason, now, consoleUrl }: Removal,
): Promise<void> {
  const move = { type: 'close', reason, turnedAt: [] } as const
  const open = await loadAlertsAbout(tx, column, [id])
  const closed = open.map((row) => moveRow(row, move, now))
  await updateAlerts(tx, closed)
  await writeTimeline(
    tx,
    closed.map((alert) => ({ alert, type: 'close', reason })),
    now,
  )
  const tellings = closed.flatMap((alert) => {
    const news = newsOfMove(alert, move)
    const { number } = alert
    if (news === null || number === null) return []
    return [{ news, alert, number, project: null, frequencyMinutes: 0 }]
  })
  await tell(tx, tellings, now, consoleUrl)
}
