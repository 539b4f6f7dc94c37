import { describe, expect, it } from 'vitest'
import { defaultCalming } from '../alert/calming.ts'
import { nothingObserved } from '../project/observation.ts'
import type { Signal } from '../project/signal.ts'
import { at, start } from '../testing/index.ts'
import { minutes, seconds } from '../time.ts'
import { missedEpisodes } from './missed.ts'
import type { ReplayStart } from './replay.ts'

const beginning: ReplayStart = {
  level: 'high',
  thresholds: { latency: seconds(30), interruption: seconds(40), frequency: minutes(3) },
  calming: defaultCalming,
  observation: { ...nothingObserved, state: 'running', incremental: true },
  interval: seconds(10),
  listeningSince: null,
  caughtUpAt: start,
  alertBeforeCatchUp: false,
  catchUpLatency: seconds(30),
}

/** A signal every ten seconds from zero on, so far behind as `behind` says. */
const signals = (until: number, behind: (second: number) => number): Signal[] =>
  Array.from({ length: until / 10 }, (_, index) => ({
    observedAt: at(index * 10),
    receivedAt: at(index * 10),
    ahead: null,
    latency: { type: 'gauge', behind: seconds(behind(index * 10)) },
    state: null,
    step: null,
    message: null,
  }))

const gap = { from: at(600), to: at(3_600) }
const within = (second: number, from: number, to: number) => second >= from && second < to
const missed = (behind: (second: number) => number, until = 3_600) =>
  missedEpisodes(beginning, signals(until, behind), gap)

describe('what came and went while nobody looked', () => {
  it('has the times and figures that it would have had', () => {
    const found = missed((second) => (within(second, 1_000, 1_200) ? 45 + second / 1_000 : 1))
    expect(found).toEqual([
      {
        condition: 'latency',
        since: at(1_000),
        openedAt: at(1_000),
        closedAt: at(1_260),
        closeReason: 'recovered',
        observed: seconds(46),
        peak: seconds(46.19),
        threshold: seconds(30),
        message: null,
      },
    ])
  })

  it('is not what was in breach before, nor what still is at the end', () => {
    expect(missed((second) => (within(second, 400, 800) ? 90 : 1))).toEqual([])
    expect(missed((second) => (second >= 3_400 ? 90 : 1))).toEqual([])
  })

  it('is another alert than one that ended shortly before', () => {
    const twice = (second: number) => within(second, 300, 400) || within(second, 700, 800)
    expect(missed((second) => (twice(second) ? 90 : 1))).toMatchObject([{ openedAt: at(700) }])
  })

  it('is one alert where it returned within the time in which an alert comes back', () => {
    const twice = (second: number) => within(second, 1_000, 1_100) || within(second, 1_300, 1_400)
    expect(missed((second) => (twice(second) ? 90 : 1))).toMatchObject([
      { openedAt: at(1_000), closedAt: at(1_460) },
    ])
  })

  it('is over at the end of the gap where it was good again by then', () => {
    expect(missed((second) => (within(second, 3_300, 3_580) ? 90 : 1))).toMatchObject([
      { openedAt: at(3_300), closedAt: gap.to, closeReason: 'recovered' },
    ])
  })

  it('includes a silence that was broken, where its signals could have been heard', () => {
    const silent = signals(3_600, () => 1).filter(
      ({ receivedAt }) => receivedAt < at(1_000) || receivedAt >= at(2_000),
    )
    expect(missedEpisodes(beginning, silent, gap)).toMatchObject([{ condition: 'no_signal' }])
    const deaf = { ...beginning, listeningSince: gap.to }
    expect(missedEpisodes(deaf, silent, gap)).toEqual([])
  })

  it('is nothing under "No Protection"', () => {
    const bare = { ...beginning, level: 'none' as const, thresholds: null }
    expect(
      missedEpisodes(
        bare,
        signals(3_600, () => 90),
        gap,
      ),
    ).toEqual([])
  })
})
