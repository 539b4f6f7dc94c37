import { type DepartmentId, type Instant, isId, type ProjectId } from '@highwater/core'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { ProjectKind } from '@highwater/core/project'
import type { TransactionSql } from '../../client/connect.ts'
import type { ObservationRow } from '../observation-row.ts'

/** A project and what is known of it, as one batch found it. */
export interface KnownProject extends ObservationRow {
  readonly id: ProjectId
  readonly external_key: string | null
  readonly kind: ProjectKind
  readonly level: ProtectionLevel
  readonly department_id: DepartmentId
  readonly expected_interval_seconds: number | null
  readonly alert_before_catch_up: boolean
  readonly clock_ahead_ms: string | null
  readonly pushed_watermark: Instant | null
  readonly collected_watermark: Instant | null
  readonly open_alerts: number
  readonly due_at: Instant | null
  readonly version: number
}

/**
 * How a batch makes sure that nobody changes its projects under it. `optimistic` finds out when it
 * writes, which halves the work on rows; `locking` is for the batch that has lost such a race.
 */
export type Isolation = 'optimistic' | 'locking'

function findBy(
  tx: TransactionSql,
  column: 'id' | 'external_key',
  values: readonly string[],
  isolation: Isolation,
) {
  const type = column === 'id' ? tx`uuid[]` : tx`text[]`
  // In the order of ids, so that two locking batches cannot wait for one another.
  const lock = isolation === 'locking' ? tx`order by p.id for update of s` : tx``
  return tx<KnownProject[]>`
    select p.id, p.external_key, p.kind, p.level, p.department_id, p.expected_interval_seconds,
      p.alert_before_catch_up, s.state, s.incremental, s.step, s.latency_ms, s.position_at,
      s.latency_observed_at, s.caught_up_at, s.interrupted_since, s.paused_since, s.resumed_at,
      s.last_signal_at, s.usual_interval_ms, s.message, s.clock_ahead_ms, s.pushed_watermark,
      s.collected_watermark, s.open_alerts, s.due_at, s.version
    from project p join project_state s on s.project_id = p.id
    where p.${tx(column)} = any(${values as string[]}::${type}) and p.deleted_at is null
    ${lock}`
}

/** Finds the projects that the references name: by id, and what is none, by external key. */
export async function findProjects(
  tx: TransactionSql,
  references: readonly string[],
  isolation: Isolation,
): Promise<ReadonlyMap<string, KnownProject>> {
  const found = new Map<string, KnownProject>()
  const ids = references.filter(isId)
  if (ids.length > 0) {
    for (const row of await findBy(tx, 'id', ids, isolation)) found.set(row.id, row)
  }
  const keys = references.filter((reference) => !found.has(reference.toLowerCase()))
  if (keys.length > 0) {
    for (const row of await findBy(tx, 'external_key', keys, isolation)) {
      // One project under both its names is one project.
      const known = found.get(row.id) ?? row
      if (row.external_key !== null) found.set(row.external_key, known)
    }
  }
  for (const reference of ids) {
    const row = found.get(reference.toLowerCase())
    if (row) found.set(reference, row)
  }
  return found
}
