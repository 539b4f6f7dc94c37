import type { Instant } from '@highwater/core'
import { applyToAlert, type OpenAlert, type Transition } from '@highwater/core/alert'
import type { ProtectionLevel } from '@highwater/core/policy'
import { type AlertRow, toAlert } from '../alert-row.ts'

export interface TransitionContext {
  readonly now: Instant
  readonly level: ProtectionLevel
  readonly policyVersion: number
  readonly detail: string | null
}

const columnsOf = (alert: OpenAlert) => ({
  state: alert.state,
  level: alert.level,
  threshold_ms: alert.threshold,
  fires_at: alert.firesAt,
  fired_at: alert.firedAt,
  recovering_since: alert.recoveringSince,
  resolves_at: alert.resolvesAt,
  next_notify_at: alert.nextNotifyAt,
  repeats: alert.repeats,
  stale: alert.stale,
  peak_ms: alert.peak,
  turned_at: alert.turnedAt,
  flapping_since: alert.flappingSince,
})

const nobody = {
  acknowledged_by: null,
  acknowledged_by_name: null,
  acknowledged_at: null,
  acknowledged_until: null,
}

/** What a transition writes about the people who have the alert in hand. */
const attentionOf = (row: AlertRow, alert: OpenAlert) => ({
  ...(alert.acknowledgedUntil === row.acknowledged_until ? {} : nobody),
  ...(alert.snoozedUntil === row.snoozed_until
    ? {}
    : { snoozed_until: null, snoozed_by_name: null }),
})

/** What a transition means for the escalation of an alert; at `now` a worker looks where it stands. */
function escalationOf(row: AlertRow, after: OpenAlert, { type }: Transition, now: Instant) {
  const begins = { escalation_from: now, escalated_minutes: 0 }
  const wasAcknowledged = row.acknowledged_until !== null && row.acknowledged_until > now
  const isLeftAgain = wasAcknowledged && after.acknowledgedUntil === null
  switch (type) {
    case 'fire':
      return { ...begins, escalates_at: null }
    case 'recover':
      return { escalates_at: null }
    case 'relapse':
    case 'reinstate':
      return { escalates_at: now }
    default:
      if (isLeftAgain) return { ...begins, escalates_at: now }
      return after.level === row.level ? {} : { escalates_at: now }
  }
}

const reopened = { closed_at: null, close_reason: null, closed_by_name: null, close_note: null }

/** The row of an alert after one transition. */
export function applyTransition(
  row: AlertRow,
  transition: Transition,
  context: TransitionContext,
): AlertRow {
  const { now, level, policyVersion, detail } = context
  if (transition.type === 'forget') return { ...row, dismissed_until: null }
  const judged = { ...row, policy_version: policyVersion }
  if (transition.type === 'close' || transition.type === 'drop') {
    return {
      ...judged,
      state: 'closed',
      closed_at: now,
      close_reason: transition.reason,
      next_notify_at: null,
      escalates_at: null,
      turned_at: row.flapping_since === null ? row.turned_at : [],
      flapping_since: null,
    }
  }
  const after = applyToAlert(toAlert(row, transition.condition), transition, level, now)
  if (after === null) throw new Error(`A ${transition.type} left no alert.`)
  const moved = {
    ...judged,
    ...columnsOf(after),
    ...attentionOf(row, after),
    ...escalationOf(row, after, transition, now),
    ...('measure' in transition ? { observed_ms: transition.measure.observed } : {}),
  }
  switch (transition.type) {
    case 'fire': {
      const times = row.reopened + (transition.reopened ? 1 : 0)
      return { ...moved, ...reopened, detail: detail ?? row.detail, reopened: times }
    }
    case 'reinstate':
      return { ...moved, ...reopened }
    default:
      return moved
  }
}
