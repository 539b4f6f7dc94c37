import type { ProjectId } from '@highwater/core'
import {
  type GuardedLevel,
  guardedLevels,
  type ProtectionLevel,
  type ProtectionLevelSettings,
  protectionLevelSettings,
} from '@highwater/core/policy'
import { z } from 'zod'
import type { TransactionSql } from '../../client/connect.ts'
import { isSame } from '../../commands/same.ts'

/** What is sent to save the levels, and to see before what that would do. */
export const previewLevelsInput = protectionLevelSettings.safeExtend({
  version: z.int('Send the version that you read the protection levels with.').min(1),
})

/** Other thresholds for a level, or other levels for projects. */
export type Proposal =
  | { readonly changes: 'settings'; readonly settings: ProtectionLevelSettings }
  | {
      readonly changes: 'levels'
      readonly levels: ReadonlyMap<ProjectId, ProtectionLevel>
    }

/** Frequency decides how often is told, not whether: a level of which only that differs is unmoved. */
function isMoved(
  level: GuardedLevel,
  present: ProtectionLevelSettings,
  settings: ProtectionLevelSettings,
) {
  const limits = ({ [level]: chosen }: ProtectionLevelSettings) => ({
    ...chosen,
    frequencyMinutes: 0,
  })
  return !isSame(limits(settings), limits(present))
}

/** The condition on a project `p` under which a proposal moves its limits. */
export function affectedBy(
  tx: TransactionSql,
  proposal: Proposal,
  present: ProtectionLevelSettings,
) {
  if (proposal.changes === 'levels') {
    const { levels } = proposal
    return tx`exists (
      select from unnest(${[...levels.keys()]}::uuid[], ${[...levels.values()]}::text[]) as w (id, level)
      where w.id = p.id and w.level <> p.level)`
  }
  const moved = guardedLevels.filter((level) => isMoved(level, present, proposal.settings))
  return tx`p.level = any(${moved})`
}
