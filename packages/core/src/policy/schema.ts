import { z } from 'zod'
import { projectKinds } from '../project/kind.ts'
import { toSeconds } from '../time.ts'
import { crossLevelFaults } from './cross-level.ts'
import { type GuardedLevel, guardedLevels } from './level.ts'
import { frequencyLimits, thresholdLimits } from './limits.ts'

const wholeSeconds = (level: GuardedLevel) => {
  const { min, max } = thresholdLimits[level]
  const range = `Use ${toSeconds(min)}–${toSeconds(max)} seconds.`
  return z.int(range).min(toSeconds(min), range).max(toSeconds(max), range)
}

const frequencyRange = `Use ${frequencyLimits.min / 60_000}–${frequencyLimits.max / 60_000} minutes.`
const frequencyMinutes = z
  .int(frequencyRange)
  .min(frequencyLimits.min / 60_000, frequencyRange)
  .max(frequencyLimits.max / 60_000, frequencyRange)

const overrideSettings = (level: GuardedLevel) =>
  z.strictObject({
    latencySeconds: wholeSeconds(level).optional(),
    interruptionSeconds: wholeSeconds(level).optional(),
  })

const levelSettings = (level: GuardedLevel) =>
  z.strictObject({
    latencySeconds: wholeSeconds(level),
    interruptionSeconds: wholeSeconds(level),
    frequencyMinutes,
    overrides: z
      .strictObject({
        [projectKinds[0]]: overrideSettings(level).optional(),
        [projectKinds[1]]: overrideSettings(level).optional(),
      })
      .optional(),
  })

/** The thresholds and frequency of the three levels as the form and the API carry them. */
export const protectionLevelSettings = z
  .strictObject({
    high: levelSettings('high'),
    medium: levelSettings('medium'),
    low: levelSettings('low'),
  })
  .superRefine((settings, context) => {
    for (const fault of crossLevelFaults(settings)) {
      context.addIssue({ code: 'custom', path: [...fault.path], message: fault.message })
    }
  })

export interface LevelOverride {
  latencySeconds?: number | undefined
  interruptionSeconds?: number | undefined
}

export interface LevelSettings {
  latencySeconds: number
  interruptionSeconds: number
  frequencyMinutes: number
  overrides?:
    | { migration?: LevelOverride | undefined; synchronization?: LevelOverride | undefined }
    | undefined
}

export type ProtectionLevelSettings = Record<GuardedLevel, LevelSettings>

export const defaultProtectionLevelSettings = Object.fromEntries(
  guardedLevels.map((level) => [
    level,
    {
      latencySeconds: toSeconds(thresholdLimits[level].default),
      interruptionSeconds: toSeconds(thresholdLimits[level].default),
      frequencyMinutes: frequencyLimits.default / 60_000,
    },
  ]),
) as ProtectionLevelSettings
