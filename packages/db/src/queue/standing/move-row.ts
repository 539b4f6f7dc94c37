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
    turnedAt: row.turned_at,
    flappingSince: row.flapping_since,
  }
}

const measured = (row: AlertRow, measure: Measure) => ({
  observed_ms: measure.observed,
  threshold_ms: measure.threshold,
  peak_ms: Math.max(row.peak_ms ?? 0, measure.observed) as Millis,
})

/** What was recovering burns again. */
const relapsed = ({ state }: AlertRow, now: Instant) =>
  state === 'recovering'
    ? ({ state: 'firing', recovering_since: null, resolves_at: null, escalates_at: now } as const)
    : {}

const awake = { snoozed_until: null, snoozed_by_name: null } as const

const isWoken = ({ snoozed_until: until }: AlertRow, now: Instant): boolean =>
  until !== null && until <= now

/** Whoever had it in hand had it until it was over. */
const comesBack = ({ reopened }: AlertRow) =>
  ({
    ...awake,
    closed_at: null,
    close_reason: null,
    closed_by_name: null,
    close_note: null,
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
        turned_at: move.turnedAt,
        flapping_since: move.flapping ? now : null,
      }
    case 'repeat':
      return {
        ...row,
        ...measured(row, move.measure),
        ...(isWoken(row, now) ? awake : {}),
        ...relapsed(row, now),
        repeats: move.nth,
        next_notify_at: move.nextNotifyAt,
        turned_at: move.turnedAt,
      }
    case 'flap':
    case 'steady':
      return {
        ...row,
        ...measured(row, move.measure),
        ...(isWoken(row, now) ? awake : {}),
        ...relapsed(row, now),
        repeats: move.reason === null ? move.nth : row.repeats,
        next_notify_at: move.nextNotifyAt,
        turned_at: move.turnedAt,
        flapping_since: move.type === 'flap' ? now : null,
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
        turned_at: move.turnedAt,
        escalates_at: null,
      }
    case 'relapse':
      return {
        ...row,
        ...measured(row, move.measure),
        ...relapsed(row, now),
        turned_at: move.turnedAt,
      }
    case 'close':
      return {
        ...row,
        state: 'closed',
        closed_at: now,
        close_reason: move.reason,
        next_notify_at: null,
        turned_at: move.turnedAt,
        flapping_since: null,
        escalates_at: null,
      }
    default:
      return assertNever(move)
  }
}

const noteOfFire = ({ flapping, reopened }: Extract<StandingMove, { type: 'fire' }>) => {
  if (flapping) return 'flapping'
  return reopened ? 'reopened' : null
}

/** What a move has to tell people; null for the moves that only the timeline keeps. */
export function newsOfMove(row: AlertRow, move: StandingMove): AlertNews | null {
  const of = { alert: row.id, department: row.department_id, closeReason: row.close_reason }
  switch (move.type) {
    case 'fire':
      return { ...of, kind: 'firing', note: noteOfFire(move) }
    case 'repeat':
      return { ...of, kind: 'repeat', note: move.note }
    case 'flap':
    case 'steady': {
      const note = move.type === 'flap' ? 'flapping' : 'steady_again'
      return move.reason === null ? { ...of, kind: 'repeat', note } : null
    }
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
