import { instant } from '@highwater/core'
import type { AttemptTrace } from '@highwater/core/delivery'
import { expect, test } from 'vitest'
import { recordTrace } from './record-trace.ts'

test('steps are told as they are passed; of what is done twice the last time counts', () => {
  const told: AttemptTrace[] = []
  const now = () => instant(Date.UTC(2026, 0, 2, 3, 4, 5))
  const onStep = (trace: AttemptTrace) => told.push(trace)
  const { watch, read } = recordTrace({ proxy: null, now, onStep })
  watch.reached('settings', null)
  watch.reached('address', 'example.com → 192.0.2.1')
  watch.reached('address', 'another')
  watch.reached('sending', 'GET')
  watch.reached('verdict', 'HTTP 200')
  watch.reached('sending', 'POST')
  watch.toldTime('Fri, 02 Jan 2026 03:05:05 GMT')
  watch.toldTime('nonsense')
  const { steps, clockOffsetMs } = read()
  expect(steps.map(({ step, found }) => [step, found])).toEqual([
    ['settings', null],
    ['address', 'example.com → 192.0.2.1'],
    ['sending', 'POST'],
  ])
  expect(clockOffsetMs).toBe(60_000)
  expect(told).toHaveLength(6)
})
