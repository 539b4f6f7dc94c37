import { defaultProtectionLevelSettings } from '@highwater/core/policy'
import { expect, test } from 'vitest'
import { contestedPaths, levelFaults } from './level-faults.ts'
import { levelFields, levelValue, pathOf } from './level-fields.ts'
import { levelsFromForm } from './levels-from-form.ts'

function formOf(changes: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const field of levelFields) {
    const value = levelValue(defaultProtectionLevelSettings, field)
    form.set(pathOf(field), changes[pathOf(field)] ?? (value === undefined ? '' : String(value)))
  }
  return form
}

test('a form that nobody touched says what is stored', () => {
  expect(levelsFromForm(formOf({}))).toEqual(defaultProtectionLevelSettings)
  expect(levelFaults(levelsFromForm(formOf({}))).size).toBe(0)
})

test('lengths are read as people write them', () => {
  expect(levelsFromForm(formOf({ 'high.latencySeconds': '1m30s' })).high.latencySeconds).toBe(90)
})

test('what cannot be read and what is out of range are told apart', () => {
  const faults = levelFaults(
    levelsFromForm(
      formOf({
        'high.latencySeconds': 'soon',
        'medium.frequencyMinutes': '601',
        'low.interruptionSeconds': '4h',
      }),
    ),
  )
  expect(faults.get('high.latencySeconds')).toEqual({ type: 'unreadable' })
  expect(faults.get('medium.frequencyMinutes')).toEqual({ type: 'outOfRange' })
  expect(faults.get('low.interruptionSeconds')).toEqual({ type: 'outOfRange' })
})

test('an order fault names both values, stands at the laxer one and contests the stricter one', () => {
  const faults = levelFaults(
    levelsFromForm(formOf({ 'high.latencySeconds': '5m', 'medium.latencySeconds': '1m' })),
  )
  expect(faults.get('medium.latencySeconds')).toEqual({
    type: 'order',
    stricter: { level: 'high', value: 300 },
    laxer: { level: 'medium', value: 60 },
  })
  expect(contestedPaths(faults)).toEqual(new Set(['high.latencySeconds']))
})

test('an order fault is told even while another value cannot be read', () => {
  const faults = levelFaults(
    levelsFromForm(
      formOf({
        'high.latencySeconds': '5m',
        'medium.latencySeconds': '1m',
        'low.frequencyMinutes': '',
      }),
    ),
  )
  expect([...faults.keys()].sort()).toEqual(['low.frequencyMinutes', 'medium.latencySeconds'])
})

test('an override is compared with the common value of the other level', () => {
  const faults = levelFaults(
    levelsFromForm(
      formOf({ 'medium.overrides.migration.latencySeconds': '30s', 'high.latencySeconds': '2m' }),
    ),
  )
  expect(faults.get('medium.overrides.migration.latencySeconds')).toMatchObject({ type: 'order' })
})
