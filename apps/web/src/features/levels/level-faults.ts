import {
  crossLevelFaults,
  type GuardedLevel,
  guardedLevels,
  type ProtectionLevelSettings,
  protectionLevelSettings,
} from '@highwater/core/policy'
import { type LevelField, levelFields, levelValue, pathOf, valueInForce } from './level-fields.ts'

/** What is wrong with a value, for the page to put into words. */
export type LevelFault =
  | { readonly type: 'unreadable' | 'outOfRange' }
  | {
      readonly type: 'order'
      readonly stricter: { readonly level: GuardedLevel; readonly value: number }
      readonly laxer: { readonly level: GuardedLevel; readonly value: number }
    }

const fieldAt = (path: string): LevelField | undefined =>
  levelFields.find((field) => pathOf(field) === path)

/** The pair that a cross-level fault is about: any reading of the two cells that is out of order. */
function orderFault(settings: ProtectionLevelSettings, field: LevelField): LevelFault | null {
  const stricterLevel = guardedLevels[guardedLevels.indexOf(field.level) - 1]
  if (stricterLevel === undefined) return null
  const readings = [field.kind, 'migration', 'synchronization', null] as const
  for (const kind of readings) {
    const laxer = valueInForce(settings, { ...field, kind })
    const stricter = valueInForce(settings, { ...field, kind, level: stricterLevel })
    if (laxer !== undefined && stricter !== undefined && laxer < stricter) {
      return {
        type: 'order',
        stricter: { level: stricterLevel, value: stricter },
        laxer: { level: field.level, value: laxer },
      }
    }
  }
  return null
}

/** Every fault by its path, judged by the very schema that the server uses. */
export function levelFaults(settings: ProtectionLevelSettings): ReadonlyMap<string, LevelFault> {
  const faults = new Map<string, LevelFault>()
  const parsed = protectionLevelSettings.safeParse(settings)
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const path = issue.path.join('.')
    const field = fieldAt(path)
    if (field === undefined || issue.code === 'custom') continue
    const isRead = Number.isFinite(levelValue(settings, field))
    faults.set(path, { type: isRead ? 'outOfRange' : 'unreadable' })
  }
  // The schema compares levels only once each value is well by itself; a person wants both at once.
  for (const { path } of crossLevelFaults(settings)) {
    const field = fieldAt(path.join('.'))
    const fault = field === undefined ? null : orderFault(settings, field)
    if (fault !== null && !faults.has(path.join('.'))) faults.set(path.join('.'), fault)
  }
  return faults
}

/** The paths of the stricter values that cross-level faults are measured against. */
export function contestedPaths(faults: ReadonlyMap<string, LevelFault>): ReadonlySet<string> {
  const paths = [...faults].flatMap(([path, fault]) =>
    fault.type === 'order' ? [path.replace(fault.laxer.level, fault.stricter.level)] : [],
  )
  return new Set(paths)
}
