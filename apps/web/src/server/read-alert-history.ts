import {
  type AlertId,
  between,
  earliest,
  type Millis,
  millis,
  minus,
  minutes,
  plus,
} from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { type Database, readNowFrom } from '@highwater/db/client'
import { getAlert, type LatencyHistory, readLatencyHistory } from '@highwater/db/queries'

const points = 400
const leastMargin = minutes(15)

/** A quarter of the alert's own length on each side shows how it came and went. */
const marginOf = (lasted: Millis): Millis => millis(Math.max(leastMargin, lasted / 4))

/**
 * The latency of an alert's project from before it opened until after it closed, or until now.
 * @throws AppError `not_found`
 */
export async function readAlertHistory(
  db: Database,
  viewer: Actor,
  id: AlertId,
): Promise<LatencyHistory | null> {
  const alert = await getAlert(db, viewer, id)
  if (alert.project === null) return null
  const now = await readNowFrom(db.sql)
  const end = alert.closedAt ?? now
  const margin = marginOf(between(alert.since, end))
  const to = earliest(plus(end, margin), now) ?? now
  return readLatencyHistory(db, viewer, alert.project.id, {
    from: minus(alert.since, margin),
    to,
    points,
  })
}
