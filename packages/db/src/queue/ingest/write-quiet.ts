import type { Instant, ProjectId } from '@highwater/core'
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

/** The columns of quiet rows as arrays of PostgreSQL: all that has to be kept of the rows while they are written. */
const columnsOf = (rows: readonly QuietRow[], now: Instant) => ({
  count: rows.length,
  now,
  projects: plainArray(rows.map((row) => row.projectId)),
  versions: plainArray(rows.map((row) => row.version)),
  gauges: plainArray(rows.map((row) => gaugeOf(row.latency))),
  positions: plainArray(rows.map((row) => positionOf(row.latency))),
  ages: plainArray(rows.map((row) => now - row.observedAt)),
  intervals: plainArray(rows.map((row) => row.usualInterval)),
  looks: plainArray(rows.map((row) => row.putOffTo)),
  signalIds: textArray(rows.map((row) => row.signalId)),
  states: textArray(rows.map((row) => row.state)),
  steps: textArray(rows.map((row) => row.step)),
  messages: textArray(rows.map((row) => row.message)),
})

/**
 * Writes the common case, a project that does what it did before: few columns, none that is indexed,
 * and history and state in one statement that reads the figures once. Answers the projects that
 * somebody else has changed since they were read; of those nothing is written.
 */
export function writeQuiet(
  tx: TransactionSql,
  rows: readonly QuietRow[],
  origin: SignalOrigin,
): Promise<ReadonlySet<ProjectId>> {
  const [first] = rows
  if (first === undefined) return Promise.resolve(new Set())
  return writeColumns(tx, columnsOf(inOrder(rows), first.receivedAt), origin)
}

async function writeColumns(
  tx: TransactionSql,
  columns: ReturnType<typeof columnsOf>,
  origin: SignalOrigin,
): Promise<ReadonlySet<ProjectId>> {
  const { now } = columns
  const result = await tx`
    with written as (
      update project_state s set latency_ms = u.latency_ms,
        position_at = to_timestamp(u.position_ms / 1000),
        latency_observed_at = to_timestamp((${now}::float8 - u.ago_ms) / 1000),
        last_signal_at = to_timestamp(${now}::float8 / 1000),
        usual_interval_ms = u.usual_interval_ms,
        ${watermarkOf(tx, origin)} = to_timestamp((${now}::float8 - u.ago_ms) / 1000),
        due_at = coalesce(to_timestamp(u.due_ms / 1000), s.due_at),
        evaluated_at = case when u.due_ms is null then s.evaluated_at
          else to_timestamp(${now}::float8 / 1000) end,
        version = s.version + 1
      from unnest(
        ${columns.projects}::uuid[],
        ${columns.versions}::int[],
        ${columns.gauges}::bigint[],
        ${columns.positions}::float8[],
        ${columns.ages}::bigint[],
        ${columns.intervals}::bigint[],
        ${columns.looks}::float8[],
        ${columns.signalIds}::text[],
        ${columns.states}::text[],
        ${columns.steps}::text[],
        ${columns.messages}::text[]
      ) as u (id, version, latency_ms, position_ms, ago_ms, usual_interval_ms, due_ms, signal_id,
        state, step, message)
      where s.project_id = u.id and s.version = u.version
      returning s.project_id, u.signal_id, s.latency_observed_at as observed_at,
        s.last_signal_at as received_at, s.latency_ms, s.position_at, u.state, u.step, u.message
    )
    insert into signal (project_id, signal_id, origin, observed_at, received_at, latency_ms,
      position_at, state, step, message, late)
    select project_id, signal_id, ${origin}, observed_at, received_at, latency_ms, position_at,
      state, step, message, false
    from written`
  return changedMeanwhile(tx, columns.projects, columns.count, result)
}
