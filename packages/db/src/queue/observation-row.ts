import type { Instant, Millis } from '@highwater/core'
import type { Latency, Observation, ProjectState } from '@highwater/core/project'

/** The columns of `project_state` that hold an observation, as the driver returns them. */
export interface ObservationRow {
  readonly state: ProjectState
  readonly incremental: boolean
  readonly step: string | null
  readonly latency_ms: string | null
  readonly position_at: Instant | null
  readonly latency_observed_at: Instant | null
  readonly latency_heard_at: Instant | null
  readonly latency_gap_ms: string | null
  readonly caught_up_at: Instant | null
  readonly interrupted_since: Instant | null
  readonly paused_since: Instant | null
  readonly resumed_at: Instant | null
  readonly last_signal_at: Instant | null
  readonly usual_interval_ms: string | null
  readonly message: string | null
  readonly advancing_since: Instant | null
  readonly advanced_at: Instant | null
  readonly clock_ahead_ms: string | null
  readonly clock_marks: number
}

const millisOf = (text: string | null): Millis | null =>
  text === null ? null : (Number(text) as Millis)

function latencyOf(row: ObservationRow): Latency | null {
  if (row.position_at !== null) return { type: 'position', appliedUpTo: row.position_at }
  const behind = millisOf(row.latency_ms)
  return behind === null ? null : { type: 'gauge', behind }
}

export const toObservation = (row: ObservationRow): Observation => ({
  state: row.state,
  incremental: row.incremental,
  step: row.step,
  latency: latencyOf(row),
  latencyObservedAt: row.latency_observed_at,
  latencyHeardAt: row.latency_heard_at,
  latencyGap: millisOf(row.latency_gap_ms),
  caughtUpAt: row.caught_up_at,
  interruptedSince: row.interrupted_since,
  pausedSince: row.paused_since,
  resumedAt: row.resumed_at,
  lastSignalAt: row.last_signal_at,
  usualInterval: millisOf(row.usual_interval_ms),
  message: row.message,
  advancingSince: row.advancing_since,
  advancedAt: row.advanced_at,
  clockAhead: millisOf(row.clock_ahead_ms),
  clockMarks: row.clock_marks,
})
