import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCalming } from '../alert/calming.ts'
import { nothingObserved } from '../project/observation.ts'
import type { Latency, Signal } from '../project/signal.ts'
import { start } from '../testing/index.ts'
import { type Instant, instant, millis, minutes, plus, seconds } from '../time.ts'
import { quietLimit, type ReplayStart, replay } from './replay.ts'
import { rollUp } from './roll-up.fixture.ts'
import { spansOf } from './stretches.ts'

const states = ['running', 'monitoring', 'interrupted', 'failed', 'paused', 'unknown'] as const

/** What a project does for a while: signals every ten seconds or so, silence, or a word of its state. */
const happening = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      reports: fc.integer({ min: 1, max: 300 }),
      every: fc.integer({ min: 500, max: 25_000 }),
      behind: fc.constantFrom(0, 5, 24, 25, 29, 30, 31, 45, 400),
    }),
  },
  { weight: 3, arbitrary: fc.record({ silence: fc.integer({ min: 1_000, max: 9_000_000 }) }) },
  { weight: 3, arbitrary: fc.record({ state: fc.constantFrom(...states) }) },
)

const story = fc.record({
  happenings: fc.array(happening, { minLength: 1, maxLength: 25 }),
  byPosition: fc.boolean(),
  pendingFor: fc.constantFrom(0, 45_000, 120_000),
  clearRatio: fc.constantFrom(1, 0.8),
  interval: fc.constantFrom(null, seconds(10), minutes(5)),
})
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never

interface Past {
  readonly signals: Signal[]
  readonly changes: Signal[]
  readonly end: Instant
}

function tell({ happenings, byPosition }: Story): Past {
  const signals: Signal[] = []
  const changes: Signal[] = []
  let now = start
  const say = (part: Partial<Signal>) => {
    const blank = { ahead: null, latency: null, state: null, step: null, message: null }
    const signal = { observedAt: now, receivedAt: now, ...blank, ...part }
    signals.push(signal)
    return signal
  }
  const report = (behind: number) => {
    const latency: Latency = byPosition
      ? { type: 'position', appliedUpTo: instant(now - behind * 1_000) }
      : { type: 'gauge', behind: seconds(behind) }
    say({ latency })
  }
  changes.push(say({ state: 'running', step: { name: 'incr_sync', incremental: true } }))
  for (const item of happenings) {
    if ('silence' in item) now = plus(now, millis(item.silence))
    else if ('state' in item) {
      now = plus(now, seconds(1))
      changes.push(say({ state: item.state }))
    } else {
      for (let count = 0; count < item.reports; count += 1) {
        now = plus(now, millis(item.every))
        report(item.behind)
      }
    }
  }
  return { signals, changes, end: plus(now, minutes(30)) }
}

const beginning = ({ pendingFor, clearRatio, interval }: Story): ReplayStart => ({
  level: 'high',
  thresholds: { latency: seconds(30), interruption: seconds(40), frequency: minutes(3) },
  calming: { ...defaultCalming, pendingFor: millis(pendingFor), clearRatio },
  observation: nothingObserved,
  interval,
  caughtUpAt: null,
  alertBeforeCatchUp: true,
  catchUpLatency: seconds(30),
})

describe('a replay that steps over what is quiet', () => {
  it('finds the very alerts of one that takes every step', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { signals, changes, end } = tell(told)
        const begin = beginning(told)
        const hours = rollUp(signals)
        const limit = begin.thresholds ? quietLimit(begin.thresholds, begin.calming) : millis(0)
        const every = replay(begin, spansOf(hours, changes, millis(-1)), end, 'every step')
        const over = replay(begin, spansOf(hours, changes, limit), end)
        const key = (alerts: typeof every) =>
          alerts.map(({ condition, openedAt, closedAt, peak }) => [
            condition,
            openedAt,
            closedAt,
            peak,
          ])
        expect(key(over)).toEqual(key(every))
      }),
      { numRuns: 300 },
    )
  })
})
