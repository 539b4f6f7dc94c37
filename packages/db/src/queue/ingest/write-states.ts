import type { Instant } from '@highwater/core'
import { booleanArray } from '../../client/boolean-array.ts'
import type { TransactionSql } from '../../client/connect.ts'
import type { PolicyInForce } from '../current-policy.ts'
import { afterWriting, type Folding, isQuiet, nextLook, type SignalOrigin } from './fold.ts'
import type { KnownProject } from './known-projects.ts'

interface Scheduled {
  readonly folding: Folding
  readonly dueAt: Instant | null
}

const watermarkOf = (tx: TransactionSql, origin: SignalOrigin) =>
  tx(origin === 'pushed' ? 'pushed_watermark' : 'collected_watermark')

/** The common case, a project that does what it did before: few columns, and none that is indexed. */
async function writeQuiet(
  tx: TransactionSql,
  rows: readonly Scheduled[],
  now: Instant,
  origin: SignalOrigin,
) {
  const column = <T>(read: (folding: Folding) => T): T[] => rows.map((row) => read(row.folding))
  const written = await tx<{ project_id: string }[]>`
    update project_state s set latency_ms = u.latency_ms,
      position_at = to_timestamp(u.position_ms / 1000),
      latency_observed_at = to_timestamp(u.latency_observed_ms / 1000), last_signal_at = ${now},
      usual_interval_ms = u.usual_interval_ms,
      ${watermarkOf(tx, origin)} = to_timestamp(u.watermark_ms / 1000), version = s.version + 1
    from unnest(
      ${column(({ project }) => project.id)}::uuid[],
      ${column(({ project }) => project.version)}::int[],
      ${column(({ observation: { latency } }) => (latency?.type === 'gauge' ? latency.behind : null))}::bigint[],
      ${column(({ observation: { latency } }) => (latency?.type === 'position' ? latency.appliedUpTo : null))}::float8[],
      ${column(({ observation }) => observation.latencyObservedAt)}::float8[],
      ${column(({ observation }) => observation.usualInterval)}::bigint[],
      ${column((folding) => folding.watermark)}::float8[]
    ) as u (id, version, latency_ms, position_ms, latency_observed_ms, usual_interval_ms, watermark_ms)
    where s.project_id = u.id and s.version = u.version
    returning s.project_id`
  return written.map((row) => row.project_id)
}

async function writeChanged(tx: TransactionSql, rows: readonly Scheduled[], origin: SignalOrigin) {
  const column = <T>(read: (folding: Folding) => T): T[] => rows.map((row) => read(row.folding))
  // The least of both due times: whoever else has looked meanwhile may know of an earlier one.
  const written = await tx<{ project_id: string }[]>`
    update project_state s set
      state = u.state, incremental = u.incremental, step = u.step, latency_ms = u.latency_ms,
      position_at = u.position_at, latency_observed_at = u.latency_observed_at,
      caught_up_at = u.caught_up_at, interrupted_since = u.interrupted_since,
      paused_since = u.paused_since, resumed_at = u.resumed_at, last_signal_at = u.last_signal_at,
      usual_interval_ms = u.usual_interval_ms, message = u.message,
      clock_ahead_ms = u.clock_ahead_ms, ${watermarkOf(tx, origin)} = u.watermark,
      due_at = least(s.due_at, u.due_at), version = s.version + 1
    from unnest(
      ${column(({ project }) => project.id)}::uuid[],
      ${column(({ project }) => project.version)}::int[],
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
      ${rows.map((row) => row.dueAt)}::timestamptz[]
    ) as u (id, version, state, incremental, step, latency_ms, position_at, latency_observed_at,
      caught_up_at, interrupted_since, paused_since, resumed_at, last_signal_at, usual_interval_ms,
      message, clock_ahead_ms, watermark, due_at)
    where s.project_id = u.id and s.version = u.version
    returning s.project_id`
  return written.map((row) => row.project_id)
}

export interface StatesWritten {
  /** Projects as they are now. Those missing were changed by somebody else since they were read. */
  readonly written: readonly KnownProject[]
  /** A project must be evaluated at once. */
  readonly due: boolean
}

/** Writes what the signals add up to, project by project, where the version is still the one read. */
export async function writeStates(
  tx: TransactionSql,
  foldings: readonly Folding[],
  policy: PolicyInForce,
  origin: SignalOrigin,
): Promise<StatesWritten> {
  const rows = foldings
    .filter((folding) => folding.moved)
    .map((folding) => ({ folding, dueAt: nextLook(folding, policy) }))
    // Rows are locked in one order by all batches that update them.
    .sort((a, b) => (a.folding.project.id < b.folding.project.id ? -1 : 1))
  const [quiet = [], changed = []] = [true, false].map((wanted) =>
    rows.filter((row) => isQuiet(row.folding, row.dueAt) === wanted),
  )
  const ids = new Set([
    ...(quiet.length > 0 ? await writeQuiet(tx, quiet, policy.now, origin) : []),
    ...(changed.length > 0 ? await writeChanged(tx, changed, origin) : []),
  ])
  const kept = rows.filter((row) => ids.has(row.folding.project.id))
  return {
    written: kept.map((row) => afterWriting(row.folding, row.dueAt)),
    due: kept.some(({ dueAt }) => dueAt !== null && dueAt <= policy.now),
  }
}
