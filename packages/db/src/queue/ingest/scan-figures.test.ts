import { isSignalInput, projectStates, signalLimits } from '@highwater/core/project'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ScannedFigures, scanFigures } from './scan-figures.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** The signals as parsing would have brought them, and nothing that it would not. */
function signalsOf(figures: ScannedFigures): object[] {
  return Array.from({ length: figures.count }, (_, index) => {
    const from = figures.projectFrom[index]
    const seconds = figures.latencySeconds[index] ?? Number.NaN
    const position = figures.positionTime[index]
    const state = figures.states?.[index] ?? null
    const id = figures.ids?.[index] ?? null
    return {
      project: figures.bytes.toString('latin1', from, figures.projectTo[index]),
      observedAt: figures.observedAt[index],
      ...(Number.isNaN(seconds) ? { positionTime: position } : { latencySeconds: seconds }),
      ...(state === null ? {} : { state }),
      ...(id === null ? {} : { id }),
    }
  })
}

const timesRead = (signal: Record<string, unknown>) => ({
  ...signal,
  observedAt: Date.parse(String(signal.observedAt)),
  ...(signal.positionTime === undefined
    ? {}
    : { positionTime: Date.parse(String(signal.positionTime)) }),
})

/** The right thing nearly always, so that whole batches are right often enough. */
const mostly = (right: readonly unknown[], wrong: readonly unknown[]) =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...right), weight: 30 },
    { arbitrary: fc.constantFrom(...wrong, null, 1, '', {}), weight: 1 },
  )
const text = mostly(
  ['a', 'orders-1', 'x'.repeat(200)],
  ['订单', 'a"b', 'a\\b', 'tab\t', 'x'.repeat(201)],
)
const time = mostly(
  ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.678+08:00'],
  ['yesterday', '2026-02-29T00:00:00Z'],
)
const fields = {
  project: text,
  observedAt: time,
  latencySeconds: mostly(
    [0, 3.5, 0.001, 4.999, 123456789.123456, signalLimits.latencySeconds],
    [1e-7, 1e21, -1, '1'],
  ),
  positionTime: time,
  state: mostly(projectStates, ['odd']),
  id: text,
  message: fc.constant('slow disk'),
}
const field = (name: keyof typeof fields) => fc.record({ [name]: fields[name] })
const perhaps = (name: keyof typeof fields, weight: number) =>
  fc.oneof({ weight, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: field(name) })
const signal = fc
  .tuple(
    fc.record({ project: fields.project, observedAt: fields.observedAt }),
    fc.oneof(
      { weight: 20, arbitrary: field('latencySeconds') },
      { weight: 10, arbitrary: field('positionTime') },
      { weight: 1, arbitrary: fc.constant({}) },
    ),
    perhaps('positionTime', 30),
    perhaps('state', 2),
    perhaps('id', 2),
    perhaps('message', 30),
    fc.boolean(),
  )
  .map(([names, ...rest]) => {
    const turned = rest.pop() === true
    return Object.assign({}, ...(turned ? [...rest, names] : [names, ...rest]))
  })

test('what is scanned is what parsing brings, and only of batches that are in order', () => {
  let scanned = 0
  const batches = fc.record({
    signals: fc.array(signal, { maxLength: 4 }),
    space: fc.constantFrom(undefined, 1, '\t'),
    ending: fc.constantFrom('', '', '\n ', '}', ' x'),
  })
  fc.assert(
    fc.property(batches, ({ signals, space, ending }) => {
      const text = JSON.stringify({ signals }, null, space) + ending
      const figures = scanFigures(bytesOf(text))
      if (figures === null) return
      scanned += 1
      const parsed: { signals: Record<string, unknown>[] } = JSON.parse(text)
      expect(parsed.signals.every(isSignalInput)).toBe(true)
      expect(signalsOf(figures)).toEqual(parsed.signals.map(timesRead))
    }),
    { numRuns: 5_000 },
  )
  expect(scanned).toBeGreaterThan(1_000)
})

const figure = '{"project":"a","observedAt":"2026-01-02T03:04:05Z","latencySeconds":1.5}'

test('whatever is cut off or put in between, nothing is scanned that could not be parsed', () => {
  const whole = `{ "signals" : [${figure},${figure}]}`
  const wrong = fc.record({
    at: fc.nat(whole.length),
    most: fc.nat(3),
    put: fc.constantFrom(
      '',
      ',',
      '"',
      '}',
      '0',
      '.',
      '-',
      'e1',
      'x',
      ' ',
      '\u0000',
      'é',
      '1.5,"a":',
    ),
  })
  fc.assert(
    fc.property(wrong, ({ at, most, put }) => {
      const text = whole.slice(0, at) + put + whole.slice(at + most)
      if (scanFigures(bytesOf(text)) !== null) {
        const parsed: { signals: unknown[] } = JSON.parse(text)
        expect(Object.keys(parsed)).toEqual(['signals'])
        expect(parsed.signals.every(isSignalInput)).toBe(true)
      }
    }),
    { numRuns: 5_000 },
  )
})

test('a time that is empty is none, also where it comes before every other', () => {
  const signal =
    '{"positionTime":"","project":"a","observedAt":"2026-01-02T03:04:05Z","latencySeconds":1}'
  expect(scanFigures(bytesOf(`{"signals":[${signal}]}`))).toBeNull()
})

test('a thousand figures are scanned, one more or none are not', () => {
  const batch = (count: number) =>
    scanFigures(bytesOf(`{"signals":[${Array(count).fill(figure).join()}]}`))
  expect(batch(1_000)?.count).toBe(1_000)
  expect(batch(1_001)).toBeNull()
  expect(batch(0)).toBeNull()
})

test('numbers come out as parsing brings them, to the last bit', () => {
  const seconds = fc.oneof(
    fc.double({ min: 0, max: signalLimits.latencySeconds, noNaN: true }),
    fc.integer({ min: 0, max: 300_000_000 }).map((number) => number / 1_000),
  )
  fc.assert(
    fc.property(seconds, (latencySeconds) => {
      const text = `{"signals":[${figure.replace('1.5', JSON.stringify(latencySeconds))}]}`
      const figures = scanFigures(bytesOf(text))
      if (figures !== null) expect(figures.latencySeconds[0]).toBe(latencySeconds)
    }),
    { numRuns: 5_000 },
  )
})
