import { toSeconds } from '@highwater/core'
import {
  type ProtectionLevel,
  type ProtectionLevelSettings,
  thresholdsFor,
} from '@highwater/core/policy'
import { isRunning } from '@highwater/core/project'
import type { ProjectItem } from '@highwater/db/queries'

type Facts = Pick<
  ProjectItem,
  'kind' | 'state' | 'latencySeconds' | 'caughtUpAt' | 'openAlerts' | 'protectionLevel'
>

export interface LevelImpact {
  /** Projects that are further behind than the new level allows and do not alert yet. */
  readonly fire: number
  /** Projects whose open alert would close. */
  readonly close: number
}

function exceeds(project: Facts, level: ProtectionLevel, settings: ProtectionLevelSettings) {
  const thresholds = thresholdsFor(settings, level, project.kind)
  if (thresholds === null || project.latencySeconds === null) return false
  if (!isRunning(project.state) || project.caughtUpAt === null) return false
  return project.latencySeconds > toSeconds(thresholds.latency)
}

/** What a change of level would do at once, as far as the present latency tells. */
export function impactOf(
  projects: readonly Facts[],
  level: ProtectionLevel,
  settings: ProtectionLevelSettings,
): LevelImpact {
  const changed = projects.filter(({ protectionLevel }) => protectionLevel !== level)
  const fire = changed.filter(
    (project) => project.openAlerts === 0 && exceeds(project, level, settings),
  )
  const close = changed.filter(
    (project) =>
      project.openAlerts > 0 &&
      (level === 'none' ||
        (exceeds(project, project.protectionLevel, settings) &&
          !exceeds(project, level, settings))),
  )
  return { fire: fire.length, close: close.length }
}
