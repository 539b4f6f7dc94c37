import { type Id, type Instant, isId, type ProjectId } from '@highwater/core'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { ProjectKind } from '@highwater/core/project'
import type { TransactionSql } from '../../client/connect.ts'
import type { ObservationRow } from '../observation-row.ts'

export interface LockedProject extends ObservationRow {
  readonly id: ProjectId
  readonly external_key: string | null
  readonly kind: ProjectKind
  readonly level: ProtectionLevel
  readonly department_id: Id<'department'>
  readonly expected_interval_seconds: number | null
  readonly alert_before_catch_up: boolean
  readonly clock_ahead_ms: string | null
  readonly pushed_watermark: Instant | null
  readonly collected_watermark: Instant | null
  readonly open_alerts: number
  readonly due_at: Instant | null
}

/**
 * Locks the state of every project that the references name, in the order of their ids so that two
 * batches cannot wait for one another, and returns each under the reference that named it.
 */
export async function lockProjects(
  tx: TransactionSql,
  references: readonly string[],
): Promise<ReadonlyMap<string, LockedProject>> {
  const ids = references.filter(isId)
  const rows = await tx<LockedProject[]>`
    with wanted as (
      select id from project where id = any(${ids}::uuid[]) and deleted_at is null
      union
      select id from project where external_key = any(${references as string[]}::text[]) and deleted_at is null
    )
    select p.id, p.external_key, p.kind, p.level, p.department_id, p.expected_interval_seconds,
      p.alert_before_catch_up, s.state, s.incremental, s.step, s.latency_ms, s.position_at,
      s.latency_observed_at, s.caught_up_at, s.interrupted_since, s.paused_since, s.resumed_at,
      s.last_signal_at, s.usual_interval_ms, s.message, s.clock_ahead_ms, s.pushed_watermark,
      s.collected_watermark, s.open_alerts, s.due_at
    from wanted join project p using (id) join project_state s on s.project_id = p.id
    order by p.id
    for update of s`
  const found = new Map<string, LockedProject>()
  for (const row of rows) if (row.external_key !== null) found.set(row.external_key, row)
  for (const row of rows) found.set(row.id, row)
  return found
}
