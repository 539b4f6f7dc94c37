import type { Signal } from '@highwater/core/project'
import { booleanArray } from '../../client/boolean-array.ts'
import type { TransactionSql } from '../../client/connect.ts'
import type { SignalOrigin } from './fold.ts'

export interface HistoryRow {
  readonly projectId: string
  readonly signalId: string | null
  readonly signal: Signal
  readonly late: boolean
}

/** Appends the signals to the history, late ones included. Instants travel as milliseconds: cheaper to read than text. */
export async function writeHistory(
  tx: TransactionSql,
  rows: readonly HistoryRow[],
  origin: SignalOrigin,
): Promise<void> {
  const [first] = rows
  if (!first) return
  const column = <T>(read: (row: HistoryRow) => T): T[] => rows.map(read)
  await tx`
    insert into signal (project_id, signal_id, origin, observed_at, received_at, latency_ms,
      position_at, state, step, message, late)
    select project_id, signal_id, ${origin}, to_timestamp(observed_ms / 1000),
      ${first.signal.receivedAt}, latency_ms, to_timestamp(position_ms / 1000), state, step,
      message, late
    from unnest(
      ${column((row) => row.projectId)}::uuid[],
      ${column((row) => row.signalId)}::text[],
      ${column((row) => row.signal.observedAt)}::float8[],
      ${column(({ signal }) => (signal.latency?.type === 'gauge' ? signal.latency.behind : null))}::bigint[],
      ${column(({ signal }) => (signal.latency?.type === 'position' ? signal.latency.appliedUpTo : null))}::float8[],
      ${column((row) => row.signal.state)}::text[],
      ${column((row) => row.signal.step?.name ?? null)}::text[],
      ${column((row) => row.signal.message)}::text[],
      ${booleanArray(
        tx,
        column((row) => row.late),
      )}
    ) as t (project_id, signal_id, observed_ms, latency_ms, position_ms, state, step, message, late)`
}
