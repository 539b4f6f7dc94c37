import { assertNever, type Instant, type Millis } from '@highwater/core'
import type { Measure, Transition } from '@highwater/core/alert'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { AlertRow } from '../alert-row.ts'

export interface TransitionContext {
  readonly now: Instant
  readonly level: ProtectionLevel
  readonly policyVersion: number
  readonly detail: string | null
}

const measured = (row: AlertRow, measure: Measure) => ({
  observed_ms: measure.observed,
  threshold_ms: measure.threshold,
  peak_ms: Math.max(row.peak_ms ?? 0, measure.observed) as Millis,
})

const unacknowledged = {
  acknowledged_by: null,
  acknowledged_by_name: null,
  acknowledged_at: null,
  acknowledged_until: null,
}

/** The row of an alert after one transition. */
export function applyTransition(
  row: AlertRow,
  transition: Transition,
  context: TransitionContext,
): AlertRow {
  const { now, level, policyVersion, detail } = context
  const judged = { ...row, policy_version: policyVersion }
  switch (transition.type) {
    case 'pend':
      return { ...judged, ...measured(row, transition.measure), fires_at: transition.firesAt }
    case 'fire':
      return {
        ...judged,
        ...measured(row, transition.measure),
        ...(transition.reopened ? unacknowledged : {}),
        state: 'firing',
        level,
        detail: detail ?? row.detail,
        fires_at: null,
        fired_at: row.fired_at ?? now,
        recovering_since: null,
        resolves_at: null,
        closed_at: null,
        close_reason: null,
        next_notify_at: transition.nextNotifyAt,
        reopened: row.reopened + (transition.reopened ? 1 : 0),
      }
    case 'repeat':
      return {
        ...judged,
        ...measured(row, transition.measure),
        repeats: transition.nth,
        next_notify_at: transition.nextNotifyAt,
      }
    case 'hold_repeat':
      return { ...judged, next_notify_at: transition.nextNotifyAt }
    case 'raise':
      return {
        ...judged,
        ...measured(row, transition.measure),
        ...unacknowledged,
        level,
        repeats: transition.nth,
        next_notify_at: transition.nextNotifyAt,
      }
    case 'adjust':
      return {
        ...judged,
        ...measured(row, transition.measure),
        level,
        next_notify_at: transition.nextNotifyAt,
      }
    case 'stale':
      return { ...judged, stale: true }
    case 'fresh':
      return { ...judged, stale: false }
    case 'recover':
      return {
        ...judged,
        state: 'recovering',
        recovering_since: transition.recoveringSince,
        resolves_at: transition.resolvesAt,
      }
    case 'relapse':
      return {
        ...judged,
        ...measured(row, transition.measure),
        state: 'firing',
        recovering_since: null,
        resolves_at: null,
      }
    case 'forget':
      return { ...row, dismissed_until: null }
    case 'drop':
    case 'close':
      return {
        ...judged,
        state: 'closed',
        closed_at: now,
        close_reason: transition.reason,
        next_notify_at: null,
      }
    default:
      return assertNever(transition)
  }
}
