import type { Instant, ProjectId } from '@highwater/core'
import { flagArray, plainArray, textArray } from '../../client/array-literals.ts'
import { parameterOf, uuidArray } from '../../client/binary-arrays.ts'
import type { TransactionSql } from '../../client/connect.ts'
import type { PolicyInForce } from '../current-policy.ts'
import { changedMeanwhile } from './changed-meanwhile.ts'
import { type Folding, nextLook, type SignalOrigin } from './fold.ts'
import { gaugeOf, positionOf } from './latency-columns.ts'
import { type QuietRow, quietRowOf } from './quiet-row.ts'
import { watermarkOf } from './watermark-column.ts'
import type { HistoryRow } from './write-history.ts'
import { writeQuiet } from './write-quiet.ts'
import { writeSteps } from './write-steps.ts'

/** A folding with the time of the next look at its project. */
export interface Scheduled {
  readonly folding: Folding
  readonly dueAt: Instant | null
}

async function writeChanged(
  tx: TransactionSql,
  rows: readonly Scheduled[],
  origin: SignalOrigin,
): Promise<ReadonlySet<ProjectId>> {
  if (rows.length === 0) return new Set()
  const projects = uuidArray(rows.map((row) => row.folding.project.id))
  const numbers = (read: (folding: Folding) => number | null) =>
    plainArray(rows.map((row) => read(row.folding)))
  const texts = (read: (folding: Folding) => string | null) =>
    textArray(rows.map((row) => read(row.folding)))
  // The least of both due times: whoever else has looked meanwhile may know of an earlier one.
  const result = await tx`
    update project_state s set
      state = u.state, incremental = u.incremental is true, step = u.step,
      step_state = u.step_state,
      latency_ms = u.latency_ms, position_at = to_timestamp(u.position_ms / 1000),
      latency_observed_at = to_timestamp(u.latency_observed_ms / 1000),
      latency_heard_at = to_timestamp(u.latency_heard_ms / 1000),
      latency_gap_ms = u.latency_gap_ms,
      caught_up_at = to_timestamp(u.caught_up_ms / 1000),
      interrupted_since = to_timestamp(u.interrupted_ms / 1000),
      paused_since = to_timestamp(u.paused_ms / 1000),
      resumed_at = to_timestamp(u.resumed_ms / 1000),
      last_signal_at = to_timestamp(u.last_signal_ms / 1000),
      usual_interval_ms = u.usual_interval_ms, message = u.message,
      advancing_since = to_timestamp(u.advancing_ms / 1000),
      advanced_at = to_timestamp(u.advanced_ms / 1000),
      clock_ahead_ms = u.clock_ahead_ms, clock_marks = u.clock_marks,
      ${watermarkOf(tx, origin)} = to_timestamp(u.watermark_ms / 1000),
      due_at = least(s.due_at, to_timestamp(u.due_ms / 1000)), version = s.version + 1
    from unnest(
      ${parameterOf(tx, projects)}::uuid[],
      ${numbers(({ project }) => project.version)}::int[],
      ${texts(({ observation }) => observation.state)}::text[],
      ${flagArray(rows.map(({ folding }) => folding.observation.incremental))}::boolean[],
      ${texts(({ observation }) => observation.step)}::text[],
      ${texts(({ stepState }) => stepState)}::text[],
      ${numbers(({ observation }) => gaugeOf(observation.latency))}::bigint[],
      ${numbers(({ observation }) => positionOf(observation.latency))}::float8[],
      ${numbers(({ observation }) => observation.latencyObservedAt)}::float8[],
      ${numbers(({ observation }) => observation.latencyHeardAt)}::float8[],
      ${numbers(({ observation }) => observation.latencyGap)}::bigint[],
      ${numbers(({ observation }) => observation.caughtUpAt)}::float8[],
      ${numbers(({ observation }) => observation.interruptedSince)}::float8[],
      ${numbers(({ observation }) => observation.pausedSince)}::float8[],
      ${numbers(({ observation }) => observation.resumedAt)}::float8[],
      ${numbers(({ observation }) => observation.lastSignalAt)}::float8[],
      ${numbers(({ observation }) => observation.usualInterval)}::bigint[],
      ${texts(({ observation }) => observation.message)}::text[],
      ${numbers(({ observation }) => observation.advancingSince)}::float8[],
      ${numbers(({ observation }) => observation.advancedAt)}::float8[],
      ${numbers(({ observation }) => observation.clockAhead)}::bigint[],
      ${numbers(({ observation }) => observation.clockMarks)}::smallint[],
      ${numbers((folding) => folding.watermark)}::float8[],
      ${plainArray(rows.map((row) => row.dueAt))}::float8[]
    ) as u (id, version, state, incremental, step, step_state, latency_ms, position_ms,
      latency_observed_ms, latency_heard_ms, latency_gap_ms, caught_up_ms, interrupted_ms, paused_ms, resumed_ms, last_signal_ms, usual_interval_ms,
      message, advancing_ms, advanced_ms, clock_ahead_ms, clock_marks, watermark_ms, due_ms)
    where s.project_id = u.id and s.version = u.version`
  return changedMeanwhile(tx, projects, rows.length, result)
}

export interface StatesWritten {
  /** Those that were moved, by project. The missing were changed by somebody else since they were read. */
  readonly written: ReadonlyMap<string, Scheduled>
  /** The history of projects that are not among those written in one statement with their state. */
  readonly history: readonly HistoryRow[]
  /** A project must be evaluated at once. */
  readonly due: boolean
}

/**
 * Writes what the signals add up to, project by project, where the version is still the one read.
 * Answers what still has to go into the history.
 */
export async function writeStates(
  tx: TransactionSql,
  foldings: readonly Folding[],
  policy: PolicyInForce,
  origin: SignalOrigin,
): Promise<StatesWritten> {
  const { now } = policy
  const rows = foldings
    .filter((folding) => folding.moved)
    .map((folding) => ({ folding, dueAt: nextLook(folding, policy) }))
    // Rows are locked in one order by all batches that update them.
    .sort((a, b) => (a.folding.project.id < b.folding.project.id ? -1 : 1))
  const quiet: QuietRow[] = []
  const changed: Scheduled[] = []
  for (const row of rows) {
    const quietRow = quietRowOf(row.folding, row.dueAt)
    if (quietRow === null) changed.push(row)
    else quiet.push(quietRow)
  }
  const missed = new Set([
    ...(await writeQuiet(tx, quiet, origin)),
    ...(await writeChanged(tx, changed, origin)),
  ])
  const isKept = ({ folding }: Scheduled) => !missed.has(folding.project.id)
  const kept = rows.filter(isKept)
  const keptChanged = changed.filter(isKept)
  await writeSteps(
    tx,
    keptChanged.map(({ folding }) => folding),
  )
  const unmoved = foldings.filter((folding) => !folding.moved)
  return {
    written: new Map(kept.map((row) => [row.folding.project.id, row])),
    history: [...keptChanged.map(({ folding }) => folding), ...unmoved].flatMap(({ rows }) => rows),
    due: kept.some(({ dueAt }) => dueAt !== null && dueAt <= now),
  }
}
