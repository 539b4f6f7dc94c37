import { expect, test } from 'vitest'
import { stagesOf } from './test-stages.ts'

const attempt = (reason: string) => ({
  number: 1,
  worker: 'w',
  startedAt: 0 as never,
  durationMs: 5,
  outcome: 'transient' as const,
  reason,
  httpStatus: null,
  providerCode: null,
  providerMessage: null,
  refused: [],
})

const states = (...args: Parameters<typeof stagesOf>) => [...stagesOf(...args).values()]

test('a test that nobody has taken yet is under way at its first step', () => {
  const waiting = ['running', 'waiting', 'waiting', 'waiting', 'waiting']
  expect(states(null)).toEqual(waiting)
  expect(states({ state: 'pending', outcome: null, reason: null, steps: [] })).toEqual(waiting)
})

test('a delivered test has passed every step', () => {
  expect(
    states({ state: 'done', outcome: 'delivered', reason: null, steps: [attempt('accepted')] }),
  ).toEqual(['done', 'done', 'done', 'done', 'done'])
})

test('a refused connection ends at connecting, a refused signature at the verdict', () => {
  const failed = (reason: string) =>
    states({ state: 'done', outcome: 'rejected', reason, steps: [attempt(reason)] })
  expect(failed('connect-refused')).toEqual(['done', 'done', 'failed', 'waiting', 'waiting'])
  expect(failed('signature-mismatch')).toEqual(['done', 'done', 'done', 'done', 'failed'])
})
