import type { Instant } from '@highwater/core'
import type { Signal } from '@highwater/core/project'
import { booleanArray } from '../../client/boolean-array.ts'
import type { TransactionSql } from '../../client/connect.ts'
import type { PolicyInForce } from '../current-policy.ts'
import { type Folding, nextLook, type SignalOrigin } from './fold.ts'

export interface HistoryRow {
  readonly projectId: string
  readonly signalId: string | null
  readonly signal: Signal
  readonly late: boolean
}

/** Appends the signals to the history, late ones included. */
export async function writeHistory(
  tx: TransactionSql,
  rows: readonly HistoryRow[],
  origin: SignalOrigin,
): Promise<void> {
  if (rows.length === 0) return
  const column = <T>(read: (row: HistoryRow) => T): T[] => rows.map(read)
  await tx`
    insert into signal (project_id, signal_id, origin, observed_at, received_at, latency_ms,
      position_at, state, step, message, late)
    select project_id, signal_id, ${origin}, observed_at, received_at, latency_ms, position_at,
      state, step, message, late
    from unnest(
      ${column((row) => row.projectId)}::uuid[],
      ${column((row) => row.signalId)}::text[],
      ${column((row) => row.signal.observedAt)}::timestamptz[],
      ${column((row) => row.signal.receivedAt)}::timestamptz[],
      ${column(({ signal }) => (signal.latency?.type === 'gauge' ? signal.latency.behind : null))}::bigint[],
      ${column(({ signal }) => (signal.latency?.type === 'position' ? signal.latency.appliedUpTo : null))}::timestamptz[],
      ${column((row) => row.signal.state)}::text[],
      ${column((row) => row.signal.step?.name ?? null)}::text[],
      ${column((row) => row.signal.message)}::text[],
      ${booleanArray(
        tx,
        column((row) => row.late),
      )}
    ) as t (project_id, signal_id, observed_at, received_at, latency_ms, position_at, state, step,
      message, late)`
}

/** Writes what the signals add up to. Answers whether any project must be evaluated at once. */
export async function writeStates(
  tx: TransactionSql,
  foldings: readonly Folding[],
  policy: PolicyInForce,
  origin: SignalOrigin,
): Promise<boolean> {
  const moved = foldings.filter((folding) => folding.moved)
  if (moved.length === 0) return false
  const due = moved.map((folding) => nextLook(folding, policy))
  const column = <T>(read: (folding: Folding) => T): T[] => moved.map(read)
  const watermark = tx(origin === 'pushed' ? 'pushed_watermark' : 'collected_watermark')
  await tx`
    update project_state s set
      state = u.state, incremental = u.incremental, step = u.step, latency_ms = u.latency_ms,
      position_at = u.position_at, latency_observed_at = u.latency_observed_at,
      caught_up_at = u.caught_up_at, interrupted_since = u.interrupted_since,
      paused_since = u.paused_since, resumed_at = u.resumed_at, last_signal_at = u.last_signal_at,
      usual_interval_ms = u.usual_interval_ms, message = u.message,
      clock_ahead_ms = u.clock_ahead_ms, ${watermark} = u.watermark, due_at = u.due_at,
      version = s.version + 1
    from unnest(
      ${column((folding) => folding.project.id)}::uuid[],
      ${column(({ observation }) => observation.state)}::text[],
      ${booleanArray(
        tx,
        column(({ observation }) => observation.incremental),
      )},
      ${column(({ observation }) => observation.step)}::text[],
      ${column(({ observation: { latency } }) => (latency?.type === 'gauge' ? latency.behind : null))}::bigint[],
      ${column(({ observation: { latency } }) => (latency?.type === 'position' ? latency.appliedUpTo : null))}::timestamptz[],
      ${column(({ observation }) => observation.latencyObservedAt)}::timestamptz[],
      ${column(({ observation }) => observation.caughtUpAt)}::timestamptz[],
      ${column(({ observation }) => observation.interruptedSince)}::timestamptz[],
      ${column(({ observation }) => observation.pausedSince)}::timestamptz[],
      ${column(({ observation }) => observation.resumedAt)}::timestamptz[],
      ${column(({ observation }) => observation.lastSignalAt)}::timestamptz[],
      ${column(({ observation }) => observation.usualInterval)}::bigint[],
      ${column(({ observation }) => observation.message)}::text[],
      ${column((folding) => folding.clockAhead)}::bigint[],
      ${column((folding) => folding.watermark)}::timestamptz[],
      ${due as (Instant | null)[]}::timestamptz[]
    ) as u (id, state, incremental, step, latency_ms, position_at, latency_observed_at,
      caught_up_at, interrupted_since, paused_since, resumed_at, last_signal_at, usual_interval_ms,
      message, clock_ahead_ms, watermark, due_at)
    where s.project_id = u.id`
  return due.some((at) => at !== null && at <= policy.now)
}
