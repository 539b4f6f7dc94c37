import type { ProjectId } from '@highwater/core'
import { plainArray, textArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'
import { changedMeanwhile } from './changed-meanwhile.ts'
import type { SignalOrigin } from './fold.ts'
import { gaugeOf, positionOf } from './latency-columns.ts'
import type { QuietRow } from './quiet-row.ts'
import { watermarkOf } from './watermark-column.ts'

/** Rows are locked in one order by all batches that update them. */
const inOrder = (rows: readonly QuietRow[]): readonly QuietRow[] =>
  rows.toSorted((a, b) => (a.projectId < b.projectId ? -1 : 1))

/**
 * Writes the common case, a project that does what it did before: few columns, none that is indexed,
 * and history and state in one statement that reads the figures once. Answers the projects that
 * somebody else has changed since they were read; of those nothing is written.
 */
export async function writeQuiet(
  tx: TransactionSql,
  unsorted: readonly QuietRow[],
  origin: SignalOrigin,
): Promise<ReadonlySet<ProjectId>> {
  const [first] = unsorted
  if (first === undefined) return new Set()
  const now = first.receivedAt
  const rows = inOrder(unsorted)
  const projects = rows.map((row) => row.projectId)
  const result = await tx`
    with written as (
      update project_state s set latency_ms = u.latency_ms,
        position_at = to_timestamp(u.position_ms / 1000),
        latency_observed_at = to_timestamp((${now}::float8 - u.ago_ms) / 1000),
        last_signal_at = to_timestamp(${now}::float8 / 1000),
        usual_interval_ms = u.usual_interval_ms,
        ${watermarkOf(tx, origin)} = to_timestamp((${now}::float8 - u.ago_ms) / 1000),
        version = s.version + 1
      from unnest(
        ${plainArray(projects)}::uuid[],
        ${plainArray(rows.map((row) => row.version))}::int[],
        ${plainArray(rows.map((row) => gaugeOf(row.latency)))}::bigint[],
        ${plainArray(rows.map((row) => positionOf(row.latency)))}::float8[],
        ${plainArray(rows.map((row) => now - row.observedAt))}::bigint[],
        ${plainArray(rows.map((row) => row.usualInterval))}::bigint[],
        ${textArray(rows.map((row) => row.signalId))}::text[],
        ${textArray(rows.map((row) => row.state))}::text[],
        ${textArray(rows.map((row) => row.step))}::text[],
        ${textArray(rows.map((row) => row.message))}::text[]
      ) as u (id, version, latency_ms, position_ms, ago_ms, usual_interval_ms, signal_id, state,
        step, message)
      where s.project_id = u.id and s.version = u.version
      returning s.project_id, u.signal_id, s.latency_observed_at as observed_at,
        s.last_signal_at as received_at, s.latency_ms, s.position_at, u.state, u.step, u.message
    )
    insert into signal (project_id, signal_id, origin, observed_at, received_at, latency_ms,
      position_at, state, step, message, late)
    select project_id, signal_id, ${origin}, observed_at, received_at, latency_ms, position_at,
      state, step, message, false
    from written`
  return changedMeanwhile(tx, projects, result)
}
