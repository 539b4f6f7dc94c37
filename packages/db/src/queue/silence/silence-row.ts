import type { DepartmentId, Instant, ProjectId, SilenceId } from '@highwater/core'
import type { AlertEvent } from '@highwater/core/alert'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { SilenceKind, SilenceSchedule, SilenceScope } from '@highwater/core/silence'

/** The columns of `silence` that decide what it holds and when. */
export interface SilenceRow {
  readonly id: SilenceId
  readonly kind: SilenceKind
  readonly name: string
  readonly department_id: DepartmentId | null
  readonly project_ids: readonly ProjectId[]
  readonly department_ids: readonly DepartmentId[]
  readonly tags: readonly string[]
  readonly events: readonly AlertEvent[]
  readonly levels: readonly ProtectionLevel[]
  readonly except_project_ids: readonly ProjectId[]
  readonly schedule: SilenceSchedule
  readonly span_from: Instant | null
  readonly span_until: Instant | null
  readonly remind_at: Instant | null
}

export const silenceColumns = `id, kind, name, department_id, project_ids, department_ids, tags,
  events, levels, except_project_ids, schedule, span_from, span_until, remind_at`

export const scopeOfRow = (row: SilenceRow): SilenceScope => ({
  department: row.department_id,
  projects: row.project_ids,
  departments: row.department_ids,
  tags: row.tags,
  events: row.events,
  levels: row.levels,
  exceptProjects: row.except_project_ids,
})
