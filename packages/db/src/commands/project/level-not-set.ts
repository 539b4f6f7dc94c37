import type { ProjectId } from '@highwater/core'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { ChosenProject } from './load-projects.ts'

/** A project whose level a bulk change left alone, and why. */
export interface LevelNotSet {
  readonly project: ProjectId
  readonly code: 'not_found' | 'finished' | 'same_level' | 'forbidden'
  readonly message: string
}

const messages: Readonly<Record<LevelNotSet['code'], string>> = {
  not_found: 'There is no such project, or you may not see it.',
  finished: 'The project is finished or released: its level is not changed in bulk.',
  same_level: 'The project has this level already.',
  forbidden: 'You may not change the level of this project.',
}

export const notSet = (project: ProjectId, code: LevelNotSet['code']): LevelNotSet => ({
  project,
  code,
  message: messages[code],
})

/** Why a bulk change may not give this project that level (P7); null if it may. */
export function reasonAgainst(
  row: ChosenProject,
  wanted: ProtectionLevel,
): LevelNotSet['code'] | null {
  if (!row.permitted) return 'forbidden'
  if (row.state === 'finished' || row.state === 'released') return 'finished'
  return row.level === wanted ? 'same_level' : null
}
