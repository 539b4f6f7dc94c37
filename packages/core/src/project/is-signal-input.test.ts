import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSignalInput } from './is-signal-input.ts'
import { signalInput, signalLimits } from './signal-schema.ts'
import { projectStates, stepStates } from './state.ts'

/** The right thing nearly always, so that whole signals are right often enough. */
const mostly = (right: readonly unknown[], wrong: readonly unknown[] = []) =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...right), weight: 30 },
    { arbitrary: fc.constantFrom(...wrong, ...odd), weight: 1 },
  )
const odd = [undefined, null, 1, '', 'x', true, [], {}, 'toString']
const text = (most: number) =>
  mostly(['x', '订单 "1"', 'x'.repeat(most)], ['\u0000', 'a\u0000', 'x'.repeat(most + 1)])
const time = mostly(
  ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.678+08:00', '2024-02-29T23:59:59.123456Z'],
  [
    '9999-12-31T23:59:59-12:00',
    '0000-01-01T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-01-02 03:04:05Z',
    '2026-01-02T03:04:05',
    '2026-01-02T03:04Z',
  ],
)
const step = fc.oneof(
  {
    arbitrary: fc.record({ name: text(signalLimits.stepName), state: mostly(stepStates) }),
    weight: 30,
  },
  { arbitrary: fc.constantFrom({ name: 'x' }, { name: 'x', state: 'init', more: 1 }), weight: 1 },
)
const fields = {
  project: text(signalLimits.project),
  observedAt: time,
  id: text(signalLimits.id),
  latencySeconds: mostly([0, 3.5, signalLimits.latencySeconds], [-0, -1, 1e12, Number.NaN]),
  positionTime: time,
  state: mostly(projectStates),
  step,
  message: text(signalLimits.message),
}
const signal = fc.oneof(
  { arbitrary: fc.record(fields, { requiredKeys: ['project', 'observedAt'] }), weight: 20 },
  {
    arbitrary: fc.record({ ...fields, constructor: text(1) }, { requiredKeys: ['project'] }),
    weight: 1,
  },
  { arbitrary: fc.constantFrom(...odd), weight: 1 },
)

test('What passes the quick look passes the schema and comes out of it unchanged', () => {
  let passed = 0
  fc.assert(
    fc.property(signal, (value) => {
      if (!isSignalInput(value)) return
      passed += 1
      expect(signalInput.parse(value)).toEqual(value)
    }),
    { numRuns: 3_000 },
  )
  expect(passed).toBeGreaterThan(100)
})

test('What the schema takes passes the quick look too, unless a field is named and left undefined', () => {
  fc.assert(
    fc.property(signal, (value) => {
      const sent: unknown = JSON.parse(JSON.stringify(value ?? null))
      expect(isSignalInput(sent)).toBe(signalInput.safeParse(sent).success)
    }),
    { numRuns: 3_000 },
  )
})
