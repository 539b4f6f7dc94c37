import { type Instant, millis } from '@highwater/core'
import {
  isIncrementalStep,
  nothingObserved,
  type Observation,
  observe,
  type ProjectState,
  type Signal,
} from '@highwater/core/project'
import type { TransactionSql } from '../../client/connect.ts'
import { lastKnownState, mayHaveTurned, saidByProject } from './steadiness.ts'

/** A signal that says something else than the one before it, beside what stood before the hour. */
interface TurnRow {
  readonly project_id: string
  readonly received_at: Instant
  readonly observed_at: Instant
  readonly has_latency: boolean
  readonly state: ProjectState | null
  readonly step: string | null
  readonly before: StoredState | null
}

interface StoredState {
  readonly state: ProjectState
  readonly step: string | null
  readonly incremental: boolean
  readonly interrupted_since: string | null
  readonly paused_since: string | null
  readonly resumed_at: string | null
}

interface ChangeRow {
  readonly project: string
  readonly receivedAt: Instant
  readonly observedAt: Instant
  readonly after: Observation
}

const rowsAtOnce = 5_000
/** What a turn says has nothing to do with how far behind it is. */
const anyLatency = { type: 'gauge', behind: millis(0) } as const

const instantOf = (text: string | null): Instant | null =>
  text === null ? null : (Date.parse(text) as Instant)

const observationOf = (stored: StoredState | null): Observation =>
  stored === null
    ? nothingObserved
    : {
        ...nothingObserved,
        state: stored.state,
        step: stored.step,
        incremental: stored.incremental,
        interruptedSince: instantOf(stored.interrupted_since),
        pausedSince: instantOf(stored.paused_since),
        resumedAt: instantOf(stored.resumed_at),
      }

function signalOf(row: TurnRow): Signal {
  const { step, has_latency: hasLatency } = row
  const latencyAlone = hasLatency ? { name: null, incremental: true } : null
  return {
    observedAt: row.observed_at,
    receivedAt: row.received_at,
    ahead: null,
    latency: hasLatency ? anyLatency : null,
    state: row.state,
    step:
      step === null
        ? latencyAlone
        : { name: step, incremental: hasLatency || isIncrementalStep(step) },
    message: null,
  }
}

const isChange = (before: Observation, after: Observation): boolean =>
  after.state !== before.state ||
  after.step !== before.step ||
  after.incremental !== before.incremental

/** Folds the turns of one project after another; `folding` goes on where the last portion ended. */
function changesAmong(rows: readonly TurnRow[], folding: Folding): ChangeRow[] {
  return rows.flatMap((row): ChangeRow[] => {
    if (folding.project !== row.project_id) {
      folding.project = row.project_id
      folding.observation = observationOf(row.before)
    }
    const before = folding.observation
    const after = observe(before, signalOf(row), null, millis(0))
    folding.observation = after
    if (!isChange(before, after)) return []
    const { received_at: receivedAt, observed_at: observedAt } = row
    return [{ project: row.project_id, receivedAt, observedAt, after }]
  })
}

interface Folding {
  project: string | null
  observation: Observation
}

async function insertChanges(tx: TransactionSql, rows: readonly ChangeRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx`
    insert into state_change (project_id, received_at, observed_at, state, step, incremental,
      interrupted_since, paused_since, resumed_at)
    select * from unnest(
      ${rows.map((row) => row.project)}::uuid[],
      ${rows.map((row) => row.receivedAt)}::timestamptz[],
      ${rows.map((row) => row.observedAt)}::timestamptz[],
      ${rows.map(({ after }) => after.state)}::text[],
      ${rows.map(({ after }) => after.step)}::text[],
      ${rows.map(({ after }) => String(after.incremental))}::text[]::boolean[],
      ${rows.map(({ after }) => after.interruptedSince)}::timestamptz[],
      ${rows.map(({ after }) => after.pausedSince)}::timestamptz[],
      ${rows.map(({ after }) => after.resumedAt)}::timestamptz[])`
}

/**
 * Notes each change of state or step of an hour. Projects whose signals all say what was known
 * already are found from the table `minute_figure` and not read again; of the others only the
 * signals that differ from the one before go through the rules that ingest has.
 */
export async function writeStateChanges(
  tx: TransactionSql,
  hour: Instant,
  end: Instant,
): Promise<void> {
  const turns = tx<TurnRow[]>`
    with said as (${saidByProject(tx, 'minute_figure')}), unsteady as materialized (
      select said.project_id, to_json(known) as before
      from said left join lateral (${lastKnownState(tx)}) as known on true
      where ${mayHaveTurned(tx)}
    )
    select * from (
      select s.project_id, s.received_at, s.observed_at, s.state, s.step, u.before,
        s.latency_ms is not null or s.position_at is not null as has_latency,
        lag((s.state, s.step, s.latency_ms is null and s.position_at is null)) over same
          is distinct from (s.state, s.step, s.latency_ms is null and s.position_at is null) as turned
      from unsteady u join signal s on s.project_id = u.project_id
      where s.received_at >= ${hour}::timestamptz and s.received_at < ${end}::timestamptz and not s.late
      window same as (partition by s.project_id order by s.received_at, s.observed_at)
    ) as turns where turned
    order by project_id, received_at, observed_at`
  const folding: Folding = { project: null, observation: nothingObserved }
  const changes: ChangeRow[] = []
  for await (const rows of turns.cursor(rowsAtOnce)) changes.push(...changesAmong(rows, folding))
  for (let start = 0; start < changes.length; start += rowsAtOnce) {
    await insertChanges(tx, changes.slice(start, start + rowsAtOnce))
  }
}
