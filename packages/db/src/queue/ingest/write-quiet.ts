import type { ProjectId } from '@highwater/core'
import { type BinaryArray, parameterOf } from '../../client/binary-arrays.ts'
import type { TransactionSql } from '../../client/connect.ts'
import { changedMeanwhile } from './changed-meanwhile.ts'
import type { SignalOrigin } from './fold.ts'
import { columnsOf, type QuietColumns, type QuietWords } from './quiet-columns.ts'
import type { QuietRow } from './quiet-row.ts'
import { watermarkOf } from './watermark-column.ts'

/** Writes quiet rows as `writeColumns` does. */
export function writeQuiet(
  tx: TransactionSql,
  rows: readonly QuietRow[],
  origin: SignalOrigin,
): Promise<ReadonlySet<ProjectId>> {
  const [first] = rows
  return first === undefined
    ? Promise.resolve(new Set())
    : writeColumns(tx, columnsOf(rows, first.receivedAt), origin)
}

const names = ['signal_id', 'state', 'step', 'message'] as const

/** The parts of the statement that carry words through it; without any, nothing. */
const wordParts = (tx: TransactionSql, words: QuietWords | null) =>
  words === null
    ? { columns: tx``, names: tx``, returned: tx`` }
    : {
        columns: tx`, unnest(${words.signalIds}::text[]) as signal_id,
          unnest(${words.states}::text[]) as state, unnest(${words.steps}::text[]) as step,
          unnest(${words.messages}::text[]) as message`,
        names: tx`, ${tx(names)}`,
        returned: tx`, u.signal_id, u.state, u.step, u.message`,
      }

/**
 * Writes the common case, a project that does what it did before: few columns, none that is indexed,
 * and history and state in one statement that reads the figures once. Answers the projects that
 * somebody else has changed since they were read; of those nothing is written.
 */
export async function writeColumns(
  tx: TransactionSql,
  columns: QuietColumns,
  origin: SignalOrigin,
): Promise<ReadonlySet<ProjectId>> {
  const { count, now } = columns
  if (count === 0) return new Set()
  const words = wordParts(tx, columns.words)
  const given = (array: BinaryArray) => parameterOf(tx, array)
  // Unnested side by side as columns: each function of a FROM would fill a store of its own first.
  // All ids are also asked of the index at once: one walk along its leaves, not one down from the root for each.
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
      from (select ${given(columns.projects)}::uuid[] as ids) as batch,
      lateral (
        select unnest(batch.ids) as id,
          unnest(${given(columns.versions)}::int[]) as version,
          unnest(${given(columns.gauges)}::bigint[]) as latency_ms,
          unnest(${given(columns.positions)}::float8[]) as position_ms,
          unnest(${given(columns.ages)}::bigint[]) as ago_ms,
          unnest(${given(columns.intervals)}::bigint[]) as usual_interval_ms,
          unnest(${given(columns.looks)}::float8[]) as due_ms
          ${words.columns}
      ) as u
      where s.project_id = any(batch.ids) and s.project_id = u.id and s.version = u.version
      returning s.project_id, s.latency_observed_at as observed_at,
        s.last_signal_at as received_at, s.latency_ms, s.position_at ${words.returned}
    )
    insert into signal (project_id, origin, observed_at, received_at, latency_ms, position_at, late
      ${words.names})
    select project_id, ${origin}, observed_at, received_at, latency_ms, position_at, false
      ${words.names}
    from written`
  return changedMeanwhile(tx, columns.projects, count, result)
}
