import type { Signal } from '@highwater/core/project'
import { flagArray, plainArray, textArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'
import type { SignalOrigin } from './fold.ts'
import { gaugeOf, positionOf } from './latency-columns.ts'

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
  const numbers = (read: (row: HistoryRow) => number | null) => plainArray(rows.map(read))
  const texts = (read: (row: HistoryRow) => string | null) => textArray(rows.map(read))
  await tx`
    insert into signal (project_id, signal_id, origin, observed_at, received_at, latency_ms,
      position_at, state, step, message, late)
    select project_id, signal_id, ${origin}, to_timestamp(observed_ms / 1000),
      ${first.signal.receivedAt}, latency_ms, to_timestamp(position_ms / 1000), state, step,
      message, late is true
    from unnest(
      ${plainArray(rows.map((row) => row.projectId))}::uuid[],
      ${texts((row) => row.signalId)}::text[],
      ${numbers((row) => row.signal.observedAt)}::float8[],
      ${numbers(({ signal }) => gaugeOf(signal.latency))}::bigint[],
      ${numbers(({ signal }) => positionOf(signal.latency))}::float8[],
      ${texts((row) => row.signal.state)}::text[],
      ${texts((row) => row.signal.step?.name ?? null)}::text[],
      ${texts((row) => row.signal.message)}::text[],
      ${flagArray(rows.map((row) => row.late))}::boolean[]
    ) as t (project_id, signal_id, observed_ms, latency_ms, position_ms, state, step, message, late)`
}
