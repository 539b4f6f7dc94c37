import type { TraceStepName } from '@highwater/core/delivery'
import { expect, test } from 'vitest'
import { isDelivered, isPlainlyDelivered, isUntaken, stagesOf } from './test-stages.ts'

const passed = (...names: TraceStepName[]) =>
  names.map((step, index) => ({ step, atMs: index * 10, tookMs: 10, found: null }))

const shown = (...args: Parameters<typeof stagesOf>) =>
  stagesOf(...args).map(({ stage, state }) => `${stage} ${state}`)

const pending = { state: 'pending', outcome: null, reason: null } as const

test('a test that nobody has taken yet is under way at its first step', () => {
  const waiting = [
    'queue running',
    'settings waiting',
    'address waiting',
    'connection waiting',
    'encryption waiting',
    'sending waiting',
    'verdict waiting',
  ]
  expect(shown(null)).toEqual(waiting)
  expect(shown({ ...pending, steps: [] })).toEqual(waiting)
})

test('a test that no worker took in time has failed at its first step', () => {
  const givenUp = { state: 'done', outcome: null, reason: 'deadline_passed' } as const
  expect(shown({ ...givenUp, steps: [] }).slice(0, 2)).toEqual(['queue failed', 'settings waiting'])
  expect([isUntaken(givenUp), isUntaken(pending)]).toEqual([true, false])
})

test('while it goes on, what it has passed is done and the next step is under way', () => {
  expect(shown({ ...pending, steps: passed('settings', 'address') }).slice(0, 4)).toEqual([
    'queue done',
    'settings done',
    'address done',
    'connection running',
  ])
})

test('a delivered test shows what it passed, and no encryption where there was none', () => {
  const steps = passed('settings', 'address', 'connection', 'sending', 'verdict')
  expect(shown({ state: 'done', outcome: 'delivered', reason: null, steps })).toEqual([
    'queue done',
    'settings done',
    'address done',
    'connection done',
    'sending done',
    'verdict done',
  ])
})

test('a test that some recipients refused was delivered, as saving its settings takes it', () => {
  expect((['delivered', 'partial'] as const).every((outcome) => isDelivered({ outcome }))).toBe(
    true,
  )
  expect(isDelivered({ outcome: 'unknown' })).toBe(false)
})

test.each([
  ['accepted', true],
  ['accepted-with-warning', false],
  ['accepted-shortened', false],
  ['chat-moved', false],
  ['queued', false],
])(
  'after a delivered test with the reason %s there is nothing more to say: %s',
  (reason, plain) => {
    expect(isPlainlyDelivered({ outcome: 'delivered', reason })).toBe(plain)
    expect(isPlainlyDelivered({ outcome: 'partial', reason })).toBe(false)
  },
)

test('a refused connection ends at connecting, a refused signature at the verdict', () => {
  const failed = (reason: string, ...names: TraceStepName[]) =>
    shown({ state: 'done', outcome: 'rejected', reason, steps: passed(...names) })
  expect(failed('connect-refused', 'settings', 'address').slice(2, 5)).toEqual([
    'address done',
    'connection failed',
    'encryption waiting',
  ])
  expect(
    failed('signature-mismatch', 'settings', 'address', 'connection', 'sending', 'verdict').at(-1),
  ).toBe('verdict failed')
})
