import { between, type Instant, millis, minutes, plus } from '@highwater/core'
import type { AlertNews } from '@highwater/core/notify'
import type { TransactionSql } from '../../client/connect.ts'
import type { AlertRow } from '../alert-row.ts'
import type { PolicyInForce } from '../current-policy.ts'
import { writeTimeline } from '../evaluate/timeline.ts'
import { loadAlertsOfSource } from '../load-alerts.ts'
import { openingAlert } from '../opening-alert.ts'
import { tell } from '../outbox/tell.ts'
import { insertAlerts, updateAlerts } from '../store-alerts.ts'
import type { DueSource } from './claim-source.ts'

export interface SourceStanding {
  readonly source: DueSource
  readonly failures: number
  readonly failingSince: Instant | null
  readonly message: string | null
}

function openRow(
  { source, failingSince, message }: SourceStanding,
  policy: PolicyInForce,
): AlertRow {
  const since = failingSince ?? policy.now
  return openingAlert({
    source_id: source.id,
    department_id: source.departmentId,
    subject: source.name,
    event: 'source_down',
    level: 'high',
    state: 'firing',
    since,
    fired_at: policy.now,
    next_notify_at: plus(policy.now, minutes(policy.settings.high.frequencyMinutes)),
    peak_ms: null,
    detail: message,
    policy_version: policy.version,
    now: policy.now,
    observed: between(since, policy.now),
    threshold: millis(0),
  })
}

type SourceMove = {
  type: 'fire' | 'repeat' | 'close' | 'hold_repeat'
  alert: AlertRow
  reason: string | null
}

function decide(
  open: AlertRow | undefined,
  standing: SourceStanding,
  policy: PolicyInForce,
): SourceMove | null {
  const { now } = policy
  const isDown = standing.failures >= policy.parameters.sourceDownFailures
  if (!open) return isDown ? { type: 'fire', alert: openRow(standing, policy), reason: null } : null
  if (standing.failures === 0) {
    const closed = {
      state: 'closed',
      closed_at: now,
      close_reason: 'recovered',
      next_notify_at: null,
    } as const
    return { type: 'close', alert: { ...open, ...closed }, reason: 'recovered' }
  }
  if (open.next_notify_at === null || open.next_notify_at > now) return null
  const next_notify_at = plus(now, minutes(policy.settings.high.frequencyMinutes))
  const observed = { observed_ms: between(open.since, now), detail: standing.message }
  if (open.acknowledged_until !== null && open.acknowledged_until > now) {
    return {
      type: 'hold_repeat',
      alert: { ...open, ...observed, next_notify_at },
      reason: 'acknowledged',
    }
  }
  return {
    type: 'repeat',
    alert: { ...open, ...observed, next_notify_at, repeats: open.repeats + 1 },
    reason: null,
  }
}

const newsKinds = {
  fire: 'firing',
  repeat: 'repeat',
  close: 'resolved',
  hold_repeat: null,
} as const

/**
 * Opens, repeats or resolves `source_down`. While it is open the silence of the source's projects is
 * the collector's fault, and no `no_signal` is raised for them.
 */
export async function judgeSource(
  tx: TransactionSql,
  standing: SourceStanding,
  policy: PolicyInForce,
  consoleUrl: string,
): Promise<string | null> {
  const [open] = await loadAlertsOfSource(tx, standing.source.id)
  const move = decide(open, standing, policy)
  if (move === null) return null
  const numbers = open ? new Map<string, number>() : await insertAlerts(tx, [move.alert])
  if (open) await updateAlerts(tx, [move.alert])
  await writeTimeline(tx, [move], policy.now)
  const kind = newsKinds[move.type]
  const number = move.alert.number ?? numbers.get(move.alert.id)
  if (kind === null || number === undefined) return move.alert.id
  const news: AlertNews = {
    alert: move.alert.id,
    kind,
    department: standing.source.departmentId,
    note: null,
    closeReason: move.alert.close_reason,
  }
  const { frequencyMinutes } = policy.settings.high
  await tell(
    tx,
    [{ news, alert: move.alert, number, project: null, frequencyMinutes }],
    policy.now,
    consoleUrl,
  )
  return move.alert.id
}
