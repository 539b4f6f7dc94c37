import type { AlertId, ChannelId, Instant } from '@highwater/core'
import type { AlertNews, ToldState } from '@highwater/core/notify'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { publishFrom, type Topic } from '../../client/topics.ts'
import type { AlertRow } from '../alert-row.ts'
import { readPolicyInForce } from '../current-policy.ts'
import { loadAlertsById } from '../load-alerts.ts'
import { loadTold } from './load-told.ts'
import { readMessageProjects } from './message-project.ts'
import { type Telling, tell } from './tell.ts'

interface Woken {
  readonly alert_id: AlertId
  readonly channel_id: ChannelId
  readonly kind: AlertNews['kind']
}

/** Takes what is due; another worker's is skipped. */
const takeWoken = (tx: TransactionSql, limit: number) => tx<Woken[]>`
  with due as materialized (
    select id from notification where wake_at <= now() order by wake_at limit ${limit}
    for update skip locked
  )
  update notification n set wake_at = null from due where n.id = due.id
  returning n.alert_id, n.channel_id, n.kind`

const isQuiet = ({ acknowledged_until, snoozed_until }: AlertRow, now: Instant): boolean =>
  [acknowledged_until, snoozed_until].some((until) => until !== null && until > now)

/** What these channels still have to hear of the alert, now that their hours have begun. */
function newsFor(
  alert: AlertRow,
  woken: readonly Woken[],
  told: (alert: AlertId, channel: ChannelId) => ToldState,
  now: Instant,
): readonly AlertNews[] {
  const news = (kind: AlertNews['kind'], among: readonly ToldState[]): AlertNews[] => {
    const channels = new Set(
      woken
        .filter((row) => kind !== 'resolved' || row.kind === 'resolved')
        .map((row) => row.channel_id),
    )
    const concerned = [...channels].filter((channel) => among.includes(told(alert.id, channel)))
    const { id, department_id: department, close_reason: closeReason } = alert
    const note = kind === 'resolved' ? null : 'period_began'
    return concerned.length === 0
      ? []
      : [{ alert: id, kind, department, note, closeReason, channels: concerned }]
  }
  if (alert.state === 'closed') return news('resolved', ['delivered', 'unknown', 'in_flight'])
  // Whoever acknowledged or snoozed it knows of it; when that ends, it is repeated to everybody.
  if (alert.state === 'pending' || isQuiet(alert, now)) return []
  return news('repeat', ['nothing', 'failed', 'ended'])
}

export interface WakeOptions {
  readonly limit: number
  readonly consoleUrl: string
}

/**
 * Tells what was held back outside the hours of a subscription and still holds when they begin. The
 * end of the wait and the telling are one transaction, so that a worker's death loses nothing.
 */
export async function wakeHeld(
  db: Database,
  { limit, consoleUrl }: WakeOptions,
): Promise<{ readonly taken: number; readonly more: boolean }> {
  return db.sql.begin(async (tx) => {
    const woken = await takeWoken(tx, limit)
    if (woken.length === 0) return { taken: 0, more: false }
    const policy = await readPolicyInForce(tx)
    const byAlert = Map.groupBy(woken, (row) => row.alert_id)
    const alerts = await loadAlertsById(tx, [...byAlert.keys()])
    const { told } = await loadTold(tx, [...byAlert.keys()])
    const projects = await readMessageProjects(
      tx,
      alerts.flatMap((alert) => alert.project_id ?? []),
    )
    const tellings = alerts.flatMap((alert): Telling[] => {
      const { number } = alert
      if (number === null) return []
      const level = alert.level === 'none' ? 'low' : alert.level
      return newsFor(alert, byAlert.get(alert.id) ?? [], told, policy.now).map((news) => ({
        news,
        alert,
        number,
        project: alert.project_id === null ? null : (projects.get(alert.project_id) ?? null),
        frequencyMinutes: policy.settings[level].frequencyMinutes,
      }))
    })
    await tell(tx, tellings, policy.now, consoleUrl)
    const topics = alerts.map((alert): Topic => `alert:${alert.id}`)
    await publishFrom(tx, [...topics, 'alerts', 'deliver', 'deliveries'])
    return { taken: woken.length, more: woken.length === limit }
  })
}
