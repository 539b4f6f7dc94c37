import type { GuardedLevel } from '../policy/level.ts'
import {
  defaultProtectionLevelSettings,
  type LevelSettings,
  type ProtectionLevelSettings,
} from '../policy/schema.ts'

/** The default alert settings with some values changed: `settings({ high: { latencySeconds: 5 } })`. */
export function settings(
  changes: Partial<Record<GuardedLevel, Partial<LevelSettings>>> = {},
): ProtectionLevelSettings {
  const { high, medium, low } = defaultProtectionLevelSettings
  return {
    high: { ...high, ...changes.high },
    medium: { ...medium, ...changes.medium },
    low: { ...low, ...changes.low },
  }
}
