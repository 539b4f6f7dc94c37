import { describe, expect, it } from 'vitest'
import { at } from '../testing/index.ts'
import { afterVerdict, type Breaker, closedBreaker } from './breaker.ts'
import { channelVerdict } from './channel-verdict.ts'
import { type AttemptDetail, rejectionFaults } from './outcome.ts'

const detail: AttemptDetail = {
  reason: 'http-500',
  httpStatus: 500,
  providerCode: null,
  providerMessage: null,
}

/** Attempts that take no time, each at its second. */
const after = (seconds: readonly number[], start: Breaker = closedBreaker, jitter = 0.5) =>
  seconds.reduce(
    (breaker, second) =>
      afterVerdict(breaker, 'fails', at(second), { now: at(second), opensAfter: 5, jitter }),
    start,
  )
const rules = (second: number) => ({ now: at(second), opensAfter: 5, jitter: 0.5 })

describe('a breaker', () => {
  it('stays closed up to the fourth failure in a row', () => {
    expect(after([1, 2, 3, 4])).toMatchObject({ failures: 4, failingSince: at(1), openedAt: null })
  })

  it('opens with the fifth, and the first probe waits a rung of the ladder', () => {
    expect(after([1, 2, 3, 4, 5])).toMatchObject({ openedAt: at(5), probes: 0, probeAt: at(7.5) })
  })

  it('spaces its probes like retries', () => {
    const open = after([1, 2, 3, 4, 5])
    expect(after([10], open)).toMatchObject({ openedAt: at(5), probes: 1, probeAt: at(17.5) })
    expect(after([10, 60, 200], open)).toMatchObject({ probes: 3, probeAt: at(260) })
  })

  it('counts what was under way when it opened as failures, not as probes', () => {
    const open = after([1, 2, 3, 4, 5])
    expect(afterVerdict(open, 'fails', at(4), rules(6))).toEqual({ ...open, failures: 6 })
  })

  it('closes with one delivered message, even one that was under way when it opened', () => {
    const open = after([1, 2, 3, 4, 5])
    expect(afterVerdict(open, 'works', at(4), rules(6))).toEqual(closedBreaker)
  })

  it('probes again on the same rung after an answer that says nothing of the channel', () => {
    const open = after([10], after([1, 2, 3, 4, 5]))
    const next = afterVerdict(open, 'says_nothing', at(20), rules(20))
    expect(next).toEqual({ ...open, probeAt: at(27.5) })
  })

  it('is not opened by answers that say nothing of the channel', () => {
    expect(afterVerdict(after([1, 2, 3, 4]), 'says_nothing', at(5), rules(5))).toMatchObject({
      failures: 4,
      openedAt: null,
    })
  })
})

describe('an attempt', () => {
  it('proves that the channel works only when something was delivered', () => {
    expect(channelVerdict({ kind: 'delivered', detail })).toBe('works')
    expect(channelVerdict({ kind: 'partial', refused: ['a@example.org'], detail })).toBe('works')
    const busy = { ...detail, httpStatus: 429 }
    expect(channelVerdict({ kind: 'throttled', retryAt: null, detail: busy })).toBe('says_nothing')
    expect(channelVerdict({ kind: 'transient', notBefore: at(300), detail })).toBe('says_nothing')
    expect(channelVerdict({ kind: 'transient', ofOurs: true, detail })).toBe('says_nothing')
  })

  it('tells of a failing channel when it could not be sent or nobody knows', () => {
    expect(channelVerdict({ kind: 'throttled', retryAt: at(300), detail })).toBe('fails')
    expect(channelVerdict({ kind: 'transient', detail })).toBe('fails')
    expect(channelVerdict({ kind: 'unknown', detail })).toBe('fails')
  })

  it('that is refused says something of the channel only where it is the channel’s own fault', () => {
    const verdicts = rejectionFaults.map((fault) =>
      channelVerdict({ kind: 'rejected', fault, detail }),
    )
    expect(verdicts).toEqual(['fails', 'fails', 'says_nothing', 'says_nothing', 'fails'])
  })
})
