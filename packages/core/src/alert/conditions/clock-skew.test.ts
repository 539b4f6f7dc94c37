import { describe, expect, it } from 'vitest'
import { at, Watch } from '../../testing/index.ts'
import { plus, seconds, toIso } from '../../time.ts'

/** Signals every ten seconds, each as far ahead of our clock as the list says. */
function signalsAhead(ahead: readonly number[], watch = new Watch(at(0))) {
  for (const length of ahead) {
    watch.passUntil(plus(watch.now, seconds(10)))
    watch.signal({ latencySeconds: 0, observedAt: toIso(plus(watch.now, seconds(length))) })
  }
  return watch
}

describe('a clock that runs ahead (S3)', () => {
  it('is told when three of the last five signals come from the future', () => {
    const watch = signalsAhead([12, 0, 12, 0])
    expect(watch.told('clock_skew')).toEqual([])
    signalsAhead([12], watch)
    expect(watch.told('clock_skew')).toEqual(['fire'])
    const fired = watch.log.find((entry) => entry.transition.condition === 'clock_skew')
    expect(fired?.transition).toMatchObject({
      measure: { observed: seconds(12), threshold: seconds(5) },
    })
  })

  it('is overlooked up to five seconds', () => {
    expect(signalsAhead([5, 5, 5, 5, 5, 5]).told('clock_skew')).toEqual([])
  })

  it('is not held against a sender who was ahead twice', () => {
    expect(signalsAhead([60, 60, 0, 0, 0, 0]).told('clock_skew')).toEqual([])
  })

  it('is over when fewer than three of the last five are ahead and stay so', () => {
    const watch = signalsAhead([12, 12, 12])
    signalsAhead([0, 0], watch)
    expect(watch.told('clock_skew')).toEqual(['fire'])
    signalsAhead([0], watch)
    expect(watch.told('clock_skew')).toEqual(['fire', 'recover'])
    signalsAhead([0, 0, 0, 0, 0, 0], watch)
    expect(watch.told('clock_skew')).toEqual(['fire', 'recover', 'close'])
  })
})
