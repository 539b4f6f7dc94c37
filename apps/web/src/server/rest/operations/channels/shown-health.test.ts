import { instant } from '@highwater/core'
import { expect, test } from 'vitest'
import { withShownHealth } from './shown-health.ts'

const earlier = instant(1_000)
const later = instant(2_000)
const untried = {
  health: 'untried',
  healthReason: null,
  lastDeliveredAt: null,
  lastFailedAt: null,
} as const

test('a channel that has failed and never delivered is no untried one', () => {
  expect(withShownHealth(untried).health).toBe('untried')
  const failed = { ...untried, healthReason: 'connect-refused', lastFailedAt: later }
  expect(withShownHealth(failed)).toEqual({ ...failed, health: 'failing' })
})

test('one that worked is failing until it delivers again', () => {
  const worked = { ...untried, health: 'working', healthReason: 'timed-out-unsent' } as const
  const failed = { ...worked, lastDeliveredAt: earlier, lastFailedAt: later }
  expect(withShownHealth(failed).health).toBe('failing')
  const advised = { ...worked, lastDeliveredAt: later, lastFailedAt: earlier }
  expect(withShownHealth(advised).health).toBe('working')
})

test('what needs attention is still called so', () => {
  const stopped = { ...untried, health: 'needs_attention', healthReason: 'x' } as const
  expect(withShownHealth({ ...stopped, lastFailedAt: later }).health).toBe('needs_attention')
})
