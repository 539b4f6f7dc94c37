import type {
  AlertId,
  ChannelId,
  DepartmentId,
  HostId,
  Instant,
  Millis,
  ProjectId,
  UserId,
} from '@highwater/core'
import {
  type AlertEvent,
  type AlertState,
  type Condition,
  mayComeBack,
  type OpenAlert,
  type Particulars,
  type RecentlyEnded,
  type Severity,
} from '@highwater/core/alert'
import type { CloseReason } from '@highwater/core/notify'
import type { ProtectionLevel } from '@highwater/core/policy'

/** The columns of `alert` that transitions read and write. */
export interface AlertRow {
  readonly id: AlertId
  readonly number: number | null
  readonly project_id: ProjectId | null
  readonly source_id: string | null
  readonly host_id: HostId | null
  readonly channel_id: ChannelId | null
  readonly department_id: DepartmentId
  readonly subject: string
  readonly event: AlertEvent
  readonly condition: Condition | null
  readonly severity: Severity
  readonly level: ProtectionLevel
  readonly state: AlertState
  readonly since: Instant
  readonly opened_at: Instant
  readonly fires_at: Instant | null
  readonly fired_at: Instant | null
  readonly recovering_since: Instant | null
  readonly resolves_at: Instant | null
  readonly next_notify_at: Instant | null
  readonly closed_at: Instant | null
  readonly close_reason: CloseReason | null
  readonly observed_ms: Millis | null
  readonly threshold_ms: Millis
  readonly peak_ms: Millis | null
  readonly repeats: number
  readonly reopened: number
  readonly stale: boolean
  readonly detail: string | null
  readonly particulars: Particulars | null
  readonly acknowledged_by: UserId | null
  readonly acknowledged_by_name: string | null
  readonly acknowledged_at: Instant | null
  readonly acknowledged_until: Instant | null
  readonly policy_version: number | null
  readonly snoozed_until: Instant | null
  readonly snoozed_by_name: string | null
  readonly escalation_from: Instant | null
  readonly escalated_minutes: number
  readonly escalates_at: Instant | null
  readonly turned_at: readonly Instant[]
  readonly flapping_since: Instant | null
  readonly detected_late_ms: Millis | null
  readonly closed_by_name: string | null
  readonly close_note: string | null
  readonly dismissed_until: Instant | null
}

/** An alert of a project as the rules know it, as if it were open. */
export const toAlert = (row: AlertRow, condition: Condition): OpenAlert => ({
  id: row.id,
  condition,
  state: row.state === 'closed' ? 'pending' : row.state,
  since: row.since,
  firedAt: row.fired_at,
  level: row.level,
  threshold: row.threshold_ms,
  firesAt: row.fires_at,
  recoveringSince: row.recovering_since,
  resolvesAt: row.resolves_at,
  nextNotifyAt: row.next_notify_at,
  repeats: row.repeats,
  acknowledgedUntil: row.acknowledged_until,
  snoozedUntil: row.snoozed_until,
  stale: row.stale,
  peak: row.peak_ms ?? row.threshold_ms,
  turnedAt: row.turned_at,
  flappingSince: row.flapping_since,
})

/** An open alert as the rules know it; null for one that is closed or not of a project's condition. */
export const toOpenAlert = (row: AlertRow): OpenAlert | null =>
  row.state === 'closed' || row.condition === null ? null : toAlert(row, row.condition)

/** An alert that may come back as the same episode; null for one that may not. */
export function toRecentlyEnded(row: AlertRow): RecentlyEnded | null {
  const { id, condition, closed_at, close_reason, fired_at } = row
  if (condition === null || closed_at === null || close_reason === null || fired_at === null) {
    return null
  }
  const because = mayComeBack(close_reason)
  return (
    because && {
      id,
      condition,
      because,
      endedAt: closed_at,
      firedAt: fired_at,
      level: row.level,
      threshold: row.threshold_ms,
      turnedAt: row.turned_at,
    }
  )
}
