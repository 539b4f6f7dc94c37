import type { ProjectKind } from '../project/kind.ts'
import { type Millis, minutes, seconds } from '../time.ts'
import type { GuardedLevel, ProtectionLevel } from './level.ts'
import type { ProtectionLevelSettings } from './schema.ts'

/** What one project may do before somebody is told, and how often they are told again. */
export interface Thresholds {
  readonly latency: Millis
  readonly interruption: Millis
  readonly frequency: Millis
}

function guardedThresholds(
  settings: ProtectionLevelSettings,
  level: GuardedLevel,
  kind: ProjectKind,
): Thresholds {
  const chosen = settings[level]
  const override = chosen.overrides?.[kind]
  return {
    latency: seconds(override?.latencySeconds ?? chosen.latencySeconds),
    interruption: seconds(override?.interruptionSeconds ?? chosen.interruptionSeconds),
    frequency: minutes(chosen.frequencyMinutes),
  }
}

/** The thresholds of a project of this level and kind; null under "No Protection". */
export const thresholdsFor = (
  settings: ProtectionLevelSettings,
  level: ProtectionLevel,
  kind: ProjectKind,
): Thresholds | null => (level === 'none' ? null : guardedThresholds(settings, level, kind))

/**
 * The latency up to which a project counts as caught up. Under "No Protection" the laxest level's
 * threshold serves, so that a project protected later is not mistaken for one that never caught up.
 */
export const catchUpLatency = (
  settings: ProtectionLevelSettings,
  level: ProtectionLevel,
  kind: ProjectKind,
): Millis => guardedThresholds(settings, level === 'none' ? 'low' : level, kind).latency
