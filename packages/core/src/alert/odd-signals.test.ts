import { describe, expect, it } from 'vitest'
import { at, Watch } from '../testing/index.ts'
import { toIso } from '../time.ts'

const watched = () => {
  const watch = new Watch(at(0))
  watch.signal({ latencySeconds: 0 })
  watch.passUntil(at(10))
  watch.signal({ latencySeconds: 5 })
  return watch
}

describe('a signal that moves nothing (A8, A10)', () => {
  it('is one older than the newest', () => {
    const watch = watched()
    watch.passUntil(at(20))
    expect(watch.signal({ latencySeconds: 900, observedAt: toIso(at(5)) })).toBe('late')
    expect(watch.log).toEqual([])
  })

  it('is one that came before', () => {
    const watch = watched()
    expect(watch.signal({ latencySeconds: 900, observedAt: toIso(at(10)) })).toBe('late')
    expect(watch.log).toEqual([])
  })

  it('is one from more than an hour ahead', () => {
    const watch = watched()
    expect(watch.signal({ latencySeconds: 900, observedAt: toIso(at(10 + 3_601)) })).toBe('future')
    expect(watch.log).toEqual([])
  })
})

describe('a signal from a clock that is ahead', () => {
  it('does not blind the project to the true ones after it', () => {
    const watch = watched()
    watch.passUntil(at(20))
    watch.signal({ latencySeconds: 5, observedAt: toIso(at(1_000)) })
    watch.passUntil(at(30))
    expect(watch.signal({ latencySeconds: 900 })).toBe('accepted')
    expect(watch.told('latency')).toEqual(['fire'])
  })

  it('does not hide a lag behind a position in the future', () => {
    const watch = new Watch(at(0))
    watch.signal({ positionTime: toIso(at(7_200)) })
    watch.passUntil(at(31))
    expect(watch.told('latency')).toEqual(['fire'])
  })
})

describe('a worker that was down for an hour (A8)', () => {
  it('fires once, with the true beginning of the breach', () => {
    const watch = new Watch(at(0), { alertBeforeCatchUp: true })
    watch.signal({ positionTime: toIso(at(0)) })
    watch.sleepUntil(at(3_600))
    expect(watch.told('latency')).toEqual(['fire'])
    expect(watch.openAlert('latency')?.since).toBe(at(30.001))
  })

  it('closes at once what recovered meanwhile and has been good for long enough', () => {
    const watch = watched()
    watch.passUntil(at(20))
    watch.signal({ latencySeconds: 900 })
    watch.facts = {
      ...watch.facts,
      observation: {
        ...watch.facts.observation,
        latency: { type: 'position', appliedUpTo: at(3_595) },
        lastSignalAt: at(500),
      },
    }
    watch.sleepUntil(at(3_600))
    expect(watch.told('latency')).toEqual(['fire', 'close'])
  })
})
