import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Latency } from '../project/signal.ts'
import { anObservation, aProject, start } from '../testing/index.ts'
import { millis, minus, minutes, seconds } from '../time.ts'
import { calmUntil } from './calm-until.ts'
import { defaultCalming } from './calming.ts'
import { evaluate } from './evaluate.ts'

const some = fc.integer({ min: -5_000, max: 90_000 })
const latencies: fc.Arbitrary<Latency> = fc.oneof(
  some.map((ms) => ({ type: 'gauge', behind: millis(Math.max(0, ms)) }) as const),
  some.map((ms) => ({ type: 'position', appliedUpTo: minus(start, millis(ms)) }) as const),
)
const interval = fc.option(fc.integer({ min: 1, max: 200_000 }).map(millis))

test('whoever is calm would hear the same of the whole evaluation, and who is behind is never calm', () => {
  fc.assert(
    fc.property(
      fc.record({ latency: latencies, usual: interval, expected: interval }),
      fc.integer({ min: 0, max: 60_000 }).map(millis),
      ({ latency, usual, expected }, threshold) => {
        const facts = aProject({
          thresholds: { latency: threshold, interruption: seconds(30), frequency: minutes(3) },
          observation: anObservation({ latency, usualInterval: usual }),
          expectedInterval: expected,
        })
        const { transitions, dueAt } = evaluate(facts, start)
        const calm = { latency, threshold, interval: expected ?? usual, calming: defaultCalming }
        expect(calmUntil(calm, start)).toBe(transitions.length > 0 ? null : dueAt)
      },
    ),
  )
})
