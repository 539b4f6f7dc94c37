import type { LevelSettings, ProtectionLevelSettings } from '@highwater/core/policy'
import { guardedLevels } from '@highwater/core/policy'
import { projectKinds } from '@highwater/core/project'
import { parseDurationText } from '../../ui/duration-text.ts'
import { type LevelField, pathOf, thresholdFields } from './level-fields.ts'

const textOf = (form: FormData, field: LevelField): string => {
  const value = form.get(pathOf(field))
  return typeof value === 'string' ? value.trim() : ''
}

/** Not a number where nothing readable stands: the schema refuses it at its path. */
function secondsOf(form: FormData, field: LevelField): number {
  const reading = parseDurationText(textOf(form, field))
  return reading.ok ? reading.seconds : Number.NaN
}

function overridesOf(form: FormData, level: LevelField['level']): LevelSettings['overrides'] {
  const kinds = projectKinds.flatMap((kind) => {
    const own = thresholdFields.flatMap((name) => {
      const field = { level, kind, name }
      return textOf(form, field) === '' ? [] : [[name, secondsOf(form, field)] as const]
    })
    return own.length === 0 ? [] : [[kind, Object.fromEntries(own)] as const]
  })
  return kinds.length === 0 ? undefined : Object.fromEntries(kinds)
}

/** Reads the form of the alert settings, on the page while typing and on the server when it is posted. */
export function levelsFromForm(form: FormData): ProtectionLevelSettings {
  const levels = guardedLevels.map((level): [string, LevelSettings] => {
    const minutes = textOf(form, { level, kind: null, name: 'frequencyMinutes' })
    const overrides = overridesOf(form, level)
    return [
      level,
      {
        latencySeconds: secondsOf(form, { level, kind: null, name: 'latencySeconds' }),
        interruptionSeconds: secondsOf(form, { level, kind: null, name: 'interruptionSeconds' }),
        frequencyMinutes: /^\d+$/.test(minutes) ? Number(minutes) : Number.NaN,
        ...(overrides === undefined ? {} : { overrides }),
      },
    ]
  })
  return Object.fromEntries(levels) as ProtectionLevelSettings
}
