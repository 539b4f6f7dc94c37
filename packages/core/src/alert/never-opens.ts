import type { ProtectionLevel } from '../policy/level.ts'
import type { ProjectState } from '../project/state.ts'
import { ruledOutBy } from './conditions/ruled-out.ts'
import type { Condition } from './event.ts'
import type { HoldReason } from './hold-reason.ts'

interface Standing {
  readonly level: ProtectionLevel
  readonly isWatched: boolean
  readonly state: ProjectState
}

/** Why a project cannot have an alert of this condition as it stands, whatever it reports; null: it can. */
export function neverOpens(
  condition: Condition,
  { level, isWatched, state }: Standing,
): HoldReason | null {
  if (!isWatched) return 'not_watched'
  if (level === 'none') return 'level_none'
  if (condition === 'paused_too_long' && state === 'paused') return null
  if (condition === 'status_inconsistent' && state !== 'finished') return null
  return ruledOutBy(state)?.reason ?? null
}
