import {
  type GuardedLevel,
  guardedLevels,
  type ProtectionLevelSettings,
} from '@highwater/core/policy'
import { type ProjectKind, projectKinds } from '@highwater/core/project'

export const thresholdFields = ['latencySeconds', 'interruptionSeconds'] as const
export type ThresholdField = (typeof thresholdFields)[number]

/** One value of the alert settings. Its path is also the name of its input and the place of its fault. */
export interface LevelField {
  readonly level: GuardedLevel
  /** Null: the common value of the level. */
  readonly kind: ProjectKind | null
  readonly name: ThresholdField | 'frequencyMinutes'
}

export const pathOf = ({ level, kind, name }: LevelField): string =>
  kind === null ? `${level}.${name}` : `${level}.overrides.${kind}.${name}`

/** Every value, in the order in which the page shows them. */
export const levelFields: readonly LevelField[] = [
  ...[...thresholdFields, 'frequencyMinutes' as const].flatMap((name) =>
    guardedLevels.map((level): LevelField => ({ level, kind: null, name })),
  ),
  ...projectKinds.flatMap((kind) =>
    thresholdFields.flatMap((name) =>
      guardedLevels.map((level): LevelField => ({ level, kind, name })),
    ),
  ),
]

/** The stored value; undefined for an override that is not set. */
export function levelValue(
  settings: ProtectionLevelSettings,
  field: LevelField,
): number | undefined {
  const level = settings[field.level]
  if (field.kind === null) return level[field.name]
  return field.name === 'frequencyMinutes' ? undefined : level.overrides?.[field.kind]?.[field.name]
}

/** The value that a kind has in force: its own, or the common one. */
export const valueInForce = (
  settings: ProtectionLevelSettings,
  field: LevelField,
): number | undefined =>
  levelValue(settings, field) ?? levelValue(settings, { ...field, kind: null })
