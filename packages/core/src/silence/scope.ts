import type { AlertEvent } from '../alert/event.ts'
import type { DepartmentId, ProjectId } from '../ids.ts'
import type { ProtectionLevel } from '../policy/level.ts'

/**
 * What a silence is about. Every kind that names something must fit; a kind that names nothing fits
 * everything. Of a kind one fit is enough, but all the tags must be there.
 */
export interface SilenceScope {
  /** Null for a silence of the whole installation; else it reaches no further than its department. */
  readonly department: DepartmentId | null
  readonly projects: readonly ProjectId[]
  readonly departments: readonly DepartmentId[]
  readonly tags: readonly string[]
  readonly events: readonly AlertEvent[]
  readonly levels: readonly ProtectionLevel[]
  readonly exceptProjects: readonly ProjectId[]
}

/** A project as a silence looks at it; null for what belongs to no project, such as a source. */
export interface SilencedProject {
  readonly project: ProjectId | null
  readonly department: DepartmentId
  readonly tags: readonly string[]
  readonly level: ProtectionLevel
}

/** An alert, real or thought of, as a silence looks at it. */
export interface SilenceSubject extends SilencedProject {
  readonly event: AlertEvent
}

const fits = <T>(named: readonly T[], value: T): boolean =>
  named.length === 0 || named.includes(value)

/** Whether the silence is about this project, for some event or for all. */
export function coversProject(scope: SilenceScope, of: SilencedProject): boolean {
  if (scope.department !== null && scope.department !== of.department) return false
  if (of.project !== null && scope.exceptProjects.includes(of.project)) return false
  if (scope.projects.length > 0 && (of.project === null || !scope.projects.includes(of.project))) {
    return false
  }
  return (
    fits(scope.departments, of.department) &&
    fits(scope.levels, of.level) &&
    scope.tags.every((tag) => of.tags.includes(tag))
  )
}

/** Whether the silence is about this alert. */
export const covers = (scope: SilenceScope, subject: SilenceSubject): boolean =>
  coversProject(scope, subject) && fits(scope.events, subject.event)
