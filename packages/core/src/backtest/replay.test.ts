import { describe, expect, it } from 'vitest'
import { defaultCalming } from '../alert/calming.ts'
import { nothingObserved } from '../project/observation.ts'
import type { Latency, Signal } from '../project/signal.ts'
import type { ProjectState } from '../project/state.ts'
import { at, start } from '../testing/index.ts'
import { type Instant, minutes, plus, seconds } from '../time.ts'
import { quietLimit, type ReplayStart, replay } from './replay.ts'
import { rollUp } from './roll-up.fixture.ts'
import { spansOf } from './stretches.ts'

const thresholds = { latency: seconds(30), interruption: seconds(40), frequency: minutes(3) }
const beginning: ReplayStart = {
  level: 'high',
  thresholds,
  calming: defaultCalming,
  observation: { ...nothingObserved, state: 'running', incremental: true },
  interval: seconds(10),
  caughtUpAt: start,
  alertBeforeCatchUp: false,
  catchUpLatency: seconds(30),
}
const end = at(7_200)
const limit = quietLimit(thresholds, defaultCalming)

const signal = (receivedAt: Instant, latency: Latency | null, state: ProjectState | null = null) =>
  ({
    observedAt: receivedAt,
    receivedAt,
    ahead: null,
    latency,
    state,
    step: null,
    message: null,
  }) satisfies Signal

/** A signal every ten seconds for two hours, so far behind as `behind` says. */
const reports = (behind: (second: number) => number): Signal[] =>
  Array.from({ length: 720 }, (_, index) => {
    const figure = seconds(behind(index * 10))
    return signal(at(index * 10), { type: 'gauge', behind: figure })
  })

const fromSignals = (signals: readonly Signal[]) =>
  replay(
    beginning,
    signals.map((item) => ({ is: 'signal', signal: item })),
    end,
  )
const fromMinutes = (signals: readonly Signal[], changes: readonly Signal[] = []) =>
  replay(beginning, spansOf(rollUp(signals), changes, limit), end)

describe('a replay', () => {
  it('raises and resolves what the signals would have raised', () => {
    const signals = reports((second) => (second >= 1_205 && second < 1_500 ? 45 : 2))
    expect(fromSignals(signals)).toEqual([
      { condition: 'latency', openedAt: at(1_210), closedAt: at(1_560), peak: seconds(45) },
    ])
  })

  it('finds the same alert from the figures by the minute, to the minute', () => {
    const signals = reports((second) => (second >= 1_205 && second < 1_500 ? 45 : 2))
    const [exact] = fromSignals(signals)
    const [rough, ...more] = fromMinutes(signals)
    expect(more).toEqual([])
    expect(Math.abs((rough?.openedAt ?? 0) - (exact?.openedAt ?? 0))).toBeLessThanOrEqual(60_000)
    expect(Math.abs((rough?.closedAt ?? 0) - (exact?.closedAt ?? 0))).toBeLessThanOrEqual(60_000)
    expect(rough?.peak).toBe(exact?.peak)
  })

  it('counts a breach that returns within ten minutes as the same alert', () => {
    const twice = (apart: number) =>
      fromMinutes(reports((second) => (second === 600 || second === 600 + apart ? 45 : 2)))
    expect(twice(540)).toHaveLength(1)
    expect(twice(1_500)).toHaveLength(2)
  })

  it('finds an interruption, of which no further signal tells', () => {
    const alerts = fromMinutes(
      reports(() => 2).filter((item) => item.receivedAt < at(1_000)),
      [signal(at(1_000), null, 'failed')],
    )
    expect(alerts).toEqual([
      { condition: 'interruption', openedAt: at(1_040.001), closedAt: null, peak: seconds(6_200) },
    ])
  })

  it('lets a position grow while nothing is heard', () => {
    const applied = signal(at(60), { type: 'position', appliedUpTo: at(60) })
    const [alert] = fromMinutes([applied])
    expect(alert?.openedAt).toBeLessThanOrEqual(plus(at(90), minutes(1)))
    expect(alert?.closedAt).toBeNull()
  })

  it('raises nothing under "No Protection"', () => {
    const signals = reports(() => 500).map((item) => ({ is: 'signal', signal: item }) as const)
    expect(replay({ ...beginning, level: 'none', thresholds: null }, signals, end)).toEqual([])
  })
})
