import type { DepartmentId, Instant, ProjectId } from '@highwater/core'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { ProjectKind } from '@highwater/core/project'
import type { TransactionSql } from '../../client/connect.ts'
import { isSourceOff, isSourceUnheard } from '../collect/unheard-source.ts'
import { openSince } from '../ingest/keep-open.ts'
import type { ObservationRow } from '../observation-row.ts'

export interface DueProject extends ObservationRow {
  readonly id: ProjectId
  readonly name: string
  readonly kind: ProjectKind
  readonly level: ProtectionLevel
  readonly department_id: DepartmentId
  readonly department: string
  readonly owner: string | null
  readonly source_type: string | null
  readonly target_type: string | null
  readonly tags: string[]
  readonly expected_interval_seconds: number | null
  readonly alert_before_catch_up: boolean
  readonly deleted_at: Instant | null
  readonly watch_paused_at: Instant | null
  readonly watch_paused_until: Instant | null
  readonly watch_resumed_at: Instant | null
  readonly source_down: boolean
  readonly source_off: boolean
  /** Since when signals like its own could be received without a break; null where nobody has said. */
  readonly listening_since: Instant | null
  readonly due_at: Instant
}

/** What the rules want to know of a project `p` with the state `s`. */
export const factColumns = (tx: TransactionSql) => tx`
  p.id, p.name, p.kind, p.level, p.department_id, d.name as department,
    a.display_name as owner, p.source_type, p.target_type, p.tags, p.expected_interval_seconds,
    p.alert_before_catch_up, p.deleted_at, p.watch_paused_at, p.watch_paused_until,
    p.watch_resumed_at, s.state, s.incremental, s.step, s.latency_ms,
    s.position_at, s.latency_observed_at, s.latency_heard_at, s.latency_gap_ms, s.caught_up_at,
    s.interrupted_since, s.paused_since,
    s.resumed_at, s.last_signal_at, s.usual_interval_ms, s.message, s.clock_ahead_ms, s.clock_marks, s.advancing_since, s.advanced_at, s.due_at,
    ${tx.unsafe(isSourceUnheard('p.source_id'))} as source_down,
    ${tx.unsafe(isSourceOff('p.source_id'))} as source_off,
    ${openSince(tx)} as listening_since`

/** The tables of `factColumns` beside the state `s`. */
export const factTables = (tx: TransactionSql) => tx`
  join project p on p.id = s.project_id
  join department d on d.id = p.department_id
  left join account a on a.id = p.owner_id
  left join ingestion
    on ingestion.origin = case when p.source_id is null then 'pushed' else 'collected' end`

/**
 * Takes the projects whose time has come, oldest first. Rows that another worker is judging are
 * skipped; a quiet project is not read at all. Measured alternative: one statement without the
 * materialized step lets the planner run the locking part twice and pass the limit.
 */
export const takeDueProjects = (tx: TransactionSql, limit: number): Promise<DueProject[]> => tx<
  DueProject[]
>`
  with due as materialized (
    select project_id from project_state
    where due_at <= now() order by due_at limit ${limit}
    for update skip locked
  )
  select ${factColumns(tx)}
  from due
  join project_state s using (project_id)
  ${factTables(tx)}`
