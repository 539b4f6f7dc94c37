import { projectKinds } from '../project/kind.ts'
import { guardedLevels } from './level.ts'
import type { LevelSettings, ProtectionLevelSettings } from './schema.ts'

const fields = ['latencySeconds', 'interruptionSeconds'] as const

type Reading = (settings: LevelSettings) => { value: number; path: readonly string[] }

/** The common values, and each kind's own where it overrides them: every set obeys the rule by itself. */
const readings: readonly Reading[] = fields.flatMap((field): Reading[] => [
  (settings) => ({ value: settings[field], path: [field] }),
  ...projectKinds.map((kind): Reading => {
    return (settings) => {
      const own = settings.overrides?.[kind]?.[field]
      return own === undefined
        ? { value: settings[field], path: [field] }
        : { value: own, path: ['overrides', kind, field] }
    }
  }),
])

export interface CrossLevelFault {
  readonly path: readonly string[]
  readonly message: string
}

/**
 * P2: a stricter level never tolerates more than a laxer one (equality is allowed). The fault stands
 * at the laxer level's field and names both values.
 */
export function crossLevelFaults(settings: ProtectionLevelSettings): CrossLevelFault[] {
  const faults = new Map<string, CrossLevelFault>()
  for (const read of readings) {
    for (const [index, laxer] of guardedLevels.entries()) {
      const stricter = guardedLevels[index - 1]
      if (stricter === undefined) continue
      const allowed = read(settings[laxer])
      const bound = read(settings[stricter])
      if (allowed.value >= bound.value) continue
      const path = [laxer, ...allowed.path]
      faults.set(path.join('.'), {
        path,
        message: `${allowed.value} s at level ${laxer} is less than ${bound.value} s at level ${stricter}: a laxer level must allow at least as much.`,
      })
    }
  }
  return [...faults.values()]
}
