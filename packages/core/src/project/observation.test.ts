import { describe, expect, it } from 'vitest'
import { anObservation, at } from '../testing/index.ts'
import { type Instant, seconds } from '../time.ts'
import { latencyAt, nothingObserved, type Observation, observe } from './observation.ts'
import type { Signal } from './signal.ts'

const signal = (second: number, changes: Partial<Signal> = {}): Signal => ({
  observedAt: at(second),
  receivedAt: at(second),
  ahead: null,
  latency: null,
  state: null,
  step: null,
  message: null,
  ...changes,
})

const fold = (before: Observation, newest: Instant | null, next: Signal) =>
  observe(before, next, newest, seconds(30))

/** What is known after these signals, from nothing. */
const after = (...signals: Signal[]) =>
  signals.reduce(
    (known, next, index) => fold(known, signals[index - 1]?.observedAt ?? null, next),
    nothingObserved,
  )

const gauge = (behind: number) => ({ type: 'gauge', behind: seconds(behind) }) as const

describe('the state of a project', () => {
  it('is running once a latency has come without a state', () => {
    expect(after(signal(0, { latency: gauge(3) })).state).toBe('running')
  })

  it('runs again when a latency comes after a failure', () => {
    const known = after(signal(0, { state: 'failed' }), signal(9, { latency: gauge(3) }))
    expect(known).toMatchObject({ state: 'running', interruptedSince: null })
  })

  it('stays monitoring when a bare latency comes', () => {
    const known = after(signal(0, { state: 'monitoring' }), signal(9, { latency: gauge(3) }))
    expect(known.state).toBe('monitoring')
  })

  it('remembers when it was interrupted first, whatever kind of failure follows', () => {
    const known = after(signal(5, { state: 'interrupted' }), signal(9, { state: 'failed' }))
    expect(known.interruptedSince).toBe(at(5))
  })

  it('does not forget a failure while its source knows nothing', () => {
    const known = after(signal(5, { state: 'failed' }), signal(9, { state: 'unknown' }))
    expect(known).toMatchObject({ state: 'unknown', interruptedSince: at(5) })
  })

  it('is no interruption any more once somebody has paused it', () => {
    const known = after(signal(5, { state: 'failed' }), signal(9, { state: 'paused' }))
    expect(known).toMatchObject({ interruptedSince: null, pausedSince: at(9) })
  })

  it('notes when it resumed, also where the source lost sight of the pause', () => {
    expect(
      after(
        signal(5, { state: 'paused' }),
        signal(7, { state: 'unknown' }),
        signal(9, { state: 'running' }),
      ),
    ).toMatchObject({ resumedAt: at(9), pausedSince: null })
  })
})

describe('a project that is over', () => {
  const finished = signal(0, { state: 'finished' })

  it('does not run again because a figure comes late', () => {
    for (const state of ['finished', 'released'] as const) {
      const known = after(signal(0, { state }), signal(9, { latency: gauge(3) }))
      expect(known.state).toBe(state)
    }
  })

  it('runs again when it had finished and its source says so', () => {
    expect(after(finished, signal(9, { state: 'failed' })).state).toBe('finished')
    expect(after(finished, signal(9, { state: 'running' })).state).toBe('running')
    expect(after(finished, signal(9, { state: 'released' })).state).toBe('released')
  })

  it('never runs again once it was released', () => {
    const known = after(signal(0, { state: 'released' }), signal(9, { state: 'running' }))
    expect(known.state).toBe('released')
  })
})

describe('catching up (A1)', () => {
  it('is done at the threshold, once and for all', () => {
    const known = after(signal(0, { latency: gauge(31) }))
    expect(known.caughtUpAt).toBeNull()
    const then = fold(known, at(0), signal(10, { latency: gauge(30) }))
    expect(then.caughtUpAt).toBe(at(10))
    expect(fold(then, at(10), signal(20, { latency: gauge(900) })).caughtUpAt).toBe(at(10))
  })
})

describe('the usual interval', () => {
  it('is unknown until two signals have come', () => {
    expect(after(signal(0)).usualInterval).toBeNull()
    expect(after(signal(0), signal(10)).usualInterval).toBe(seconds(10))
  })

  it('follows a project that slows down', () => {
    const slower = Array.from({ length: 20 }, (_, index) => signal(10 + index * 40))
    expect(after(signal(0), ...slower).usualInterval).toBeGreaterThan(seconds(39))
  })

  it('does not learn from one long silence that hours of silence are usual', () => {
    const known = after(signal(0), signal(10), signal(40_000))
    expect(known.usualInterval).toBe(seconds(14))
  })
})

describe('what a signal does not say', () => {
  it('is kept: a state alone takes no latency away', () => {
    const before = anObservation({ latency: gauge(7), latencyObservedAt: at(-5) })
    const known = fold(before, at(-5), signal(0, { state: 'monitoring' }))
    expect(known).toMatchObject({
      latency: gauge(7),
      latencyObservedAt: at(-5),
      lastSignalAt: at(0),
    })
  })

  it('but from then on it is known when the last gauge came, and how rarely they come', () => {
    const figure = (offset: number) => signal(offset, { latency: gauge(7) })
    expect(after(figure(0), figure(10))).toMatchObject({ latencyHeardAt: null, latencyGap: null })
    const rare = after(figure(0), signal(10), signal(20))
    expect(rare).toMatchObject({ latencyHeardAt: at(0), latencyGap: null, lastSignalAt: at(20) })
    const again = fold(rare, at(20), figure(30))
    expect(again).toMatchObject({ latencyHeardAt: null, latencyGap: seconds(30) })
    expect(fold(again, at(30), figure(40)).latencyGap).toBeNull()
  })

  it('but the words of a failure end with its state', () => {
    const failed = after(signal(0, { state: 'failed', message: 'disk full' }))
    expect(fold(failed, at(0), signal(5, { state: 'failed' })).message).toBe('disk full')
    expect(fold(failed, at(0), signal(5, { state: 'running' })).message).toBeNull()
  })
})

it('A gauge stays what it was, a position grows, and neither is ever negative', () => {
  expect(latencyAt(gauge(7), at(100))).toBe(seconds(7))
  expect(latencyAt({ type: 'position', appliedUpTo: at(0) }, at(100))).toBe(seconds(100))
  expect(latencyAt({ type: 'position', appliedUpTo: at(5) }, at(0))).toBe(0)
})
