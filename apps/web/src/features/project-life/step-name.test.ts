import { expect, test } from 'vitest'
import { knownStep } from './step-name.ts'

const has = (key: string) => ['FULL_MIGRATION', 'INCR_SYNC'].includes(key)

test('a step is known in whatever case and with blanks or hyphens', () => {
  expect(knownStep('FULL_MIGRATION', has)).toBe('FULL_MIGRATION')
  expect(knownStep(' full migration', has)).toBe('FULL_MIGRATION')
  expect(knownStep('incr-sync', has)).toBe('INCR_SYNC')
})

test('any other step is left as its sender wrote it', () => {
  expect(knownStep('copy orders', has)).toBeNull()
  expect(knownStep('states.running', () => true)).toBeNull()
})
