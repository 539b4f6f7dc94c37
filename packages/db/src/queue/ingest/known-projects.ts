import {
  type DepartmentId,
  type Instant,
  isId,
  type Millis,
  type ProjectId,
  seconds,
  type UserId,
} from '@highwater/core'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { Observation, ProjectKind, StepState } from '@highwater/core/project'
import { textArray } from '../../client/array-literals.ts'
import type { TransactionSql } from '../../client/connect.ts'
import { type ObservationRow, toObservation } from '../observation-row.ts'

/** A project and what is known of it. Valid while its row still has this version. */
export interface KnownProject {
  readonly id: ProjectId
  readonly kind: ProjectKind
  readonly level: ProtectionLevel
  readonly department: DepartmentId
  readonly expectedInterval: Millis | null
  readonly alertBeforeCatchUp: boolean
  /** Signals for it are refused: it is kept only so that they can be told why. */
  readonly isDeleted: boolean
  /** False while people want no alerts of it; then signals make nothing due. */
  readonly isWatched: boolean
  readonly observation: Observation
  /** What its newest step is doing. */
  readonly stepState: StepState | null
  readonly pushedWatermark: Instant | null
  readonly collectedWatermark: Instant | null
  /** Alerts that a signal may move: open ones, and those that a person closed while in breach. */
  readonly openAlerts: number
  readonly dueAt: Instant | null
  readonly version: number
}

/** A project that was just read. Its owner is not remembered: few may send signals for that alone. */
export interface FoundProject extends KnownProject {
  readonly owner: UserId | null
}

interface Row extends ObservationRow {
  readonly id: ProjectId
  readonly external_key: string | null
  readonly kind: ProjectKind
  readonly level: ProtectionLevel
  readonly department_id: DepartmentId
  readonly owner_id: UserId | null
  readonly expected_interval_seconds: number | null
  readonly alert_before_catch_up: boolean
  readonly is_deleted: boolean
  readonly is_watched: boolean
  readonly step_state: StepState | null
  readonly pushed_watermark: Instant | null
  readonly collected_watermark: Instant | null
  readonly open_alerts: number
  readonly due_at: Instant | null
  readonly version: number
}

const toFoundProject = (row: Row): FoundProject => ({
  id: row.id,
  kind: row.kind,
  level: row.level,
  department: row.department_id,
  owner: row.owner_id,
  expectedInterval:
    row.expected_interval_seconds === null ? null : seconds(row.expected_interval_seconds),
  alertBeforeCatchUp: row.alert_before_catch_up,
  isDeleted: row.is_deleted,
  isWatched: row.is_watched,
  observation: toObservation(row),
  stepState: row.step_state,
  pushedWatermark: row.pushed_watermark,
  collectedWatermark: row.collected_watermark,
  openAlerts: row.open_alerts,
  dueAt: row.due_at,
  version: row.version,
})

/** Several deleted projects may have had the same key; a living one has it for itself. */
type Sought = 'id' | 'key' | 'key of a deleted one'

function isSought(tx: TransactionSql, sought: Sought, values: readonly string[]) {
  if (sought === 'id') return tx`p.id = any(${textArray(values)}::uuid[])`
  const hasKey = tx`p.external_key = any(${textArray(values)}::text[])`
  return sought === 'key'
    ? tx`${hasKey} and p.deleted_at is null`
    : tx`${hasKey} and p.deleted_at is not null`
}

async function findBy(
  tx: TransactionSql,
  sought: Sought,
  values: readonly string[],
  locking: boolean,
): Promise<Row[]> {
  if (values.length === 0) return []
  // In the order of ids, so that two locking batches cannot wait for one another.
  const lock = locking ? tx`order by p.id for update of s` : tx``
  return tx<Row[]>`
    select p.id, p.external_key, p.kind, p.level, p.department_id, p.owner_id, p.expected_interval_seconds,
      p.alert_before_catch_up, p.deleted_at is not null as is_deleted,
      p.watch_paused_at is null or coalesce(p.watch_paused_until <= now(), false) as is_watched,
      s.state, s.incremental, s.step, s.step_state, s.latency_ms, s.position_at,
      s.latency_observed_at, s.latency_heard_at, s.latency_gap_ms, s.caught_up_at, s.interrupted_since, s.paused_since, s.resumed_at,
      s.last_signal_at, s.usual_interval_ms, s.message, s.advancing_since, s.advanced_at,
      s.clock_ahead_ms, s.clock_marks, s.pushed_watermark, s.collected_watermark, s.open_alerts + s.dismissed_alerts as open_alerts, s.due_at, s.version
    from project p join project_state s on s.project_id = p.id
    where ${isSought(tx, sought, values)}
    ${lock}`
}

/**
 * Finds the projects that the references name: by id, and what is none, by external key. Deleted ones
 * are found too, where no other has their key.
 */
export async function findProjects(
  tx: TransactionSql,
  references: readonly string[],
  locking: boolean,
): Promise<Map<string, FoundProject>> {
  const ids = references.filter(isId)
  const byId = new Map<string, FoundProject>()
  for (const row of await findBy(tx, 'id', ids, locking)) byId.set(row.id, toFoundProject(row))
  const found = new Map<string, FoundProject>()
  for (const reference of ids) {
    const project = byId.get(reference.toLowerCase())
    if (project) found.set(reference, project)
  }
  const keys = references.filter((reference) => !found.has(reference))
  const keep = (row: Row) => {
    // One project under both of its names is one project.
    if (row.external_key !== null) {
      found.set(row.external_key, byId.get(row.id) ?? toFoundProject(row))
    }
  }
  for (const row of await findBy(tx, 'key', keys, locking)) keep(row)
  const unknown = keys.filter((key) => !found.has(key))
  for (const row of await findBy(tx, 'key of a deleted one', unknown, false)) keep(row)
  return found
}
