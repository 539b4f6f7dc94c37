import type { ProjectId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { Database } from '../../client/connect.ts'
import { permit } from '../permit.ts'
import { readRuleChanges } from './ruled-projects.ts'

export interface LevelRulePreview {
  /** Living projects that a rule speaks of. */
  readonly ruled: number
  /** How many of them would get another level. */
  readonly changing: number
  /** How many are left alone, for they are finished or released. */
  readonly finished: number
  /** The first of those that would change. */
  readonly examples: readonly {
    readonly id: ProjectId
    readonly name: string
    readonly from: ProtectionLevel
    readonly to: ProtectionLevel
  }[]
}

const examplesShown = 50

/** What applying the rules to the projects that there are would change. */
export async function previewLevelRules(db: Database, viewer: Actor): Promise<LevelRulePreview> {
  permit(viewer, 'policy.update')
  const { ruled, changing, finished } = await readRuleChanges(db.sql)
  return {
    ruled,
    changing: changing.length,
    finished: finished.length,
    examples: changing
      .slice(0, examplesShown)
      .map(({ id, name, level, wanted }) => ({ id, name, from: level, to: wanted })),
  }
}
