import { assertNever, type Instant, type Millis } from '@highwater/core'
import type { Measure } from '@highwater/core/alert'
import type { StandingAlert, StandingMove } from '@highwater/core/alert-standing'
import type { AlertNews } from '@highwater/core/notify'
import type { AlertRow } from '../alert-row.ts'

/** An open alert as the rule about things knows it. */
export function toStandingAlert(row: AlertRow): StandingAlert {
  if (row.state === 'closed') throw new Error('A closed alert has no standing any more.')
  return {
    state: row.state,
    since: row.since,
    firedAt: row.fired_at,
    resolvesAt: row.resolves_at,
    nextNotifyAt: row.next_notify_at,
    repeats: row.repeats,
    acknowledgedUntil: row.acknowledged_until,
    snoozedUntil: row.snoozed_until,
  }
}

const measured = (row: AlertRow, measure: Measure) => ({
  observed_ms: measure.observed,
  threshold_ms: measure.threshold,
  peak_ms: Math.max(row.peak_ms ?? 0, measure.observed) as Millis,
})

const awake = { snoozed_until: null, snoozed_by_name: null } as const

const isWoken = ({ snoozed_until: until }: AlertRow, now: Instant): boolean =>
  until !== null && until <= now

/** Whoever had it in hand had it until it was over. */
const comesBack = ({ reopened }: AlertRow) =>
  ({
    ...awake,
    closed_at: null,
    close_reason: null,
    recovering_since: null,
    resolves_at: null,
    reopened: reopened + 1,
    escalated_minutes: 0,
    acknowledged_by: null,
    acknowledged_by_name: null,
    acknowledged_at: null,
    acknowledged_until: null,
  }) as const

/** The row of an alert about a thing after one move. */
export function moveRow(row: AlertRow, move: StandingMove, now: Instant): AlertRow {
  switch (move.type) {
    case 'fire':
      return {
        ...row,
        ...measured(row, move.measure),
        ...(move.reopened ? comesBack(row) : { fired_at: now }),
        state: 'firing',
        escalation_from: now,
        next_notify_at: move.nextNotifyAt,
      }
    case 'repeat':
      return {
        ...row,
        ...measured(row, move.measure),
        ...(move.woken ? awake : {}),
        repeats: move.nth,
        next_notify_at: move.nextNotifyAt,
      }
    case 'hold_repeat':
      return {
        ...row,
        // The end of the snooze is no news to whoever has acknowledged the alert meanwhile.
        ...(move.reason === 'acknowledged' && isWoken(row, now) ? awake : {}),
        next_notify_at: move.nextNotifyAt,
      }
    case 'recover':
      return {
        ...row,
        state: 'recovering',
        recovering_since: move.recoveringSince,
        resolves_at: move.resolvesAt,
        escalates_at: null,
      }
    case 'relapse':
      return {
        ...row,
        ...measured(row, move.measure),
        state: 'firing',
        recovering_since: null,
        resolves_at: null,
        escalates_at: now,
      }
    case 'close':
      return {
        ...row,
        state: 'closed',
        closed_at: now,
        close_reason: move.reason,
        next_notify_at: null,
        escalates_at: null,
      }
    default:
      return assertNever(move)
  }
}

/** What a move has to tell people; null for the moves that only the timeline keeps. */
export function newsOfMove(row: AlertRow, move: StandingMove): AlertNews | null {
  const of = { alert: row.id, department: row.department_id, closeReason: row.close_reason }
  switch (move.type) {
    case 'fire':
      return { ...of, kind: 'firing', note: move.reopened ? 'reopened' : null }
    case 'repeat':
      return { ...of, kind: 'repeat', note: move.woken ? 'snooze_ended' : null }
    case 'close':
      return { ...of, kind: 'resolved', note: null }
    case 'hold_repeat':
    case 'recover':
    case 'relapse':
      return null
    default:
      return assertNever(move)
  }
}
