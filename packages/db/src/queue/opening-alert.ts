import { type AlertId, type Instant, type Millis, millis } from '@highwater/core'
import { alertEventFacts } from '@highwater/core/alert'
import { newId } from '../client/new-id.ts'
import type { AlertRow } from './alert-row.ts'

type Given = 'department_id' | 'subject' | 'event' | 'level' | 'since' | 'policy_version'

/** What an alert is about and what is known as it opens; the rest begins empty. */
export interface Opening extends Pick<AlertRow, Given>, Partial<Omit<AlertRow, Given>> {
  readonly now: Instant
  readonly observed: Millis
  readonly threshold: Millis
}

/** A new alert, pending until a transition moves it on. */
export function openingAlert({ now, observed, threshold, ...given }: Opening): AlertRow {
  return {
    id: newId<'alert'>() as AlertId,
    number: null,
    project_id: null,
    source_id: null,
    host_id: null,
    channel_id: null,
    condition: null,
    severity: alertEventFacts[given.event].severity,
    state: 'pending',
    opened_at: now,
    fires_at: null,
    fired_at: null,
    recovering_since: null,
    resolves_at: null,
    next_notify_at: null,
    closed_at: null,
    close_reason: null,
    observed_ms: observed,
    threshold_ms: millis(threshold),
    peak_ms: observed,
    repeats: 0,
    reopened: 0,
    stale: false,
    detail: null,
    particulars: null,
    acknowledged_by: null,
    acknowledged_by_name: null,
    acknowledged_at: null,
    acknowledged_until: null,
    snoozed_until: null,
    snoozed_by_name: null,
    escalation_from: null,
    escalated_minutes: 0,
    escalates_at: null,
    turned_at: [],
    flapping_since: null,
    detected_late_ms: null,
    closed_by_name: null,
    close_note: null,
    dismissed_until: null,
    ...given,
  }
}
