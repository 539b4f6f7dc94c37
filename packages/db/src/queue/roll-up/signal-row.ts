import { type Instant, millis, type ProjectId } from '@highwater/core'
import {
  isIncrementalStep,
  type Latency,
  type ProjectState,
  type Signal,
} from '@highwater/core/project'

/** A signal as the history keeps it. */
export interface SignalRow {
  readonly project_id: ProjectId
  readonly received_at: Instant
  readonly observed_at: Instant
  readonly latency_ms: string | null
  readonly position_at: Instant | null
  readonly state: ProjectState | null
  readonly step: string | null
  readonly message: string | null
}

export const signalColumns =
  'project_id, received_at, observed_at, latency_ms, position_at, state, step, message'

function latencyOf({ latency_ms, position_at }: SignalRow): Latency | null {
  if (position_at !== null) return { type: 'position', appliedUpTo: position_at }
  return latency_ms === null ? null : { type: 'gauge', behind: millis(Number(latency_ms)) }
}

/** The signal as it was when it came, as far as the history tells. */
export function signalOf(row: SignalRow): Signal {
  const latency = latencyOf(row)
  const latencyAlone = latency === null ? null : { name: null, incremental: true }
  return {
    observedAt: row.observed_at,
    receivedAt: row.received_at,
    ahead: null,
    latency,
    state: row.state,
    step:
      row.step === null
        ? latencyAlone
        : { name: row.step, incremental: latency !== null || isIncrementalStep(row.step) },
    message: row.message,
  }
}
