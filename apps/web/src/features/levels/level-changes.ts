import type { GuardedLevel, ProtectionLevelSettings } from '@highwater/core/policy'
import { type LevelField, levelFields, levelValue } from './level-fields.ts'

export interface LevelChange {
  readonly field: LevelField
  /** Undefined: the common value holds. */
  readonly before: number | undefined
  readonly after: number | undefined
}

/** What differs between two versions of the alert settings, value by value. */
export const levelChanges = (
  before: ProtectionLevelSettings,
  after: ProtectionLevelSettings,
): LevelChange[] =>
  levelFields
    .map((field) => ({ field, before: levelValue(before, field), after: levelValue(after, field) }))
    .filter((change) => !Object.is(change.before, change.after))

/** How many projects live at the levels that change. */
export const projectsConcerned = (
  changes: readonly LevelChange[],
  counts: Readonly<Record<GuardedLevel, number>>,
): number =>
  [...new Set(changes.map((change) => change.field.level))].reduce(
    (sum, level) => sum + counts[level],
    0,
  )
