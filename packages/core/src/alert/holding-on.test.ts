import { describe, expect, it } from 'vitest'
import { at, Watch } from '../testing/index.ts'
import { seconds } from '../time.ts'
import { type Calming, defaultCalming } from './calming.ts'

/** Signals every 10 s, one per latency given, beginning at second 0. */
const signals = (watch: Watch, from: number, ...latencies: number[]) => {
  for (const [index, latencySeconds] of latencies.entries()) {
    watch.passUntil(at(from + index * 10))
    watch.signal({ latencySeconds })
  }
}

const calming = (changes: Partial<Calming>) => ({ calming: { ...defaultCalming, ...changes } })

describe('holding on (A6)', () => {
  it('resolves after good signals have lasted for a minute', () => {
    const watch = new Watch(at(0))
    signals(watch, 0, 0, 40, 20, 20, 20, 20, 20, 20)
    expect(watch.told('latency')).toEqual(['fire', 'recover'])
    watch.passUntil(at(79))
    expect(watch.openAlert('latency')?.state).toBe('recovering')
    watch.passUntil(at(80))
    expect(watch.told('latency')).toEqual(['fire', 'recover', 'close'])
  })

  it('holds for two intervals where they are longer than a minute', () => {
    const watch = new Watch(at(0), { expectedInterval: seconds(45) })
    signals(watch, 0, 0, 40, 20)
    expect(watch.openAlert('latency')?.resolvesAt).toBe(at(20 + 90))
  })

  it('says recovered, and how long the alert lasted', () => {
    const watch = new Watch(at(0))
    signals(watch, 0, 0, 40, 20, 20, 20, 20, 20, 20, 20)
    expect(watch.log.at(-1)?.transition).toMatchObject({
      type: 'close',
      reason: 'recovered',
      lasted: seconds(70),
    })
  })

  it('goes on as the same alert when the breach comes back during the hold', () => {
    const watch = new Watch(at(0))
    signals(watch, 0, 0, 40, 20, 40, 40)
    expect(watch.told('latency')).toEqual(['fire', 'recover', 'relapse'])
    expect(watch.openAlert('latency')?.id).toBe('alert-1')
  })

  it('sends no repeat while recovering', () => {
    const watch = new Watch(at(0))
    signals(watch, 0, 0, ...Array<number>(17).fill(40), 20)
    watch.passUntil(at(249))
    expect(watch.told('latency')).not.toContain('repeat')
  })

  it('does not reset the frequency when the breach comes back', () => {
    const watch = new Watch(at(0))
    signals(watch, 0, 0, 40, 20, 40)
    expect(watch.openAlert('latency')?.nextNotifyAt).toBe(at(10 + 180))
  })

  it('resolves from the good signals inside the hold, though silence follows them', () => {
    const watch = new Watch(at(0))
    signals(watch, 0, 0, 40, 20)
    watch.passUntil(at(100))
    expect(watch.log.map((entry) => entry.transition.type)).toContain('close')
    expect(watch.openAlert('latency')).toBeNull()
  })

  it('reopens the same alert when the breach is back within ten minutes', () => {
    const watch = new Watch(at(0))
    signals(watch, 0, 0, 40, ...Array<number>(60).fill(20), 40)
    expect(watch.told('latency')).toEqual(['fire', 'recover', 'close', 'fire'])
    expect(watch.log.at(-1)?.transition).toMatchObject({ alert: 'alert-1', reopened: true })
  })

  it('opens a new alert when the breach is back later than that', () => {
    const watch = new Watch(at(0))
    signals(watch, 0, 0, 40, ...Array<number>(70).fill(20), 40)
    expect(watch.log.at(-1)?.transition).toMatchObject({ alert: null, reopened: false })
  })

  it('waits for the pending time where there is one, and then fires', () => {
    const watch = new Watch(at(0), calming({ pendingFor: seconds(25) }))
    signals(watch, 0, 0, 40, 40, 40)
    expect(watch.told('latency')).toEqual(['pend'])
    watch.passUntil(at(35))
    expect(watch.told('latency')).toEqual(['pend', 'fire'])
    expect(watch.openAlert('latency')?.since).toBe(at(10))
  })

  it('drops a pending breach that ends, in silence', () => {
    const watch = new Watch(at(0), calming({ pendingFor: seconds(25) }))
    signals(watch, 0, 0, 40, 40, 20)
    expect(watch.told('latency')).toEqual(['pend', 'drop'])
  })

  it('begins to recover only under the clear ratio', () => {
    const watch = new Watch(at(0), calming({ clearRatio: 0.8 }))
    signals(watch, 0, 0, 40, 25)
    expect(watch.told('latency')).toEqual(['fire'])
    signals(watch, 30, 24)
    expect(watch.told('latency')).toEqual(['fire', 'recover'])
  })
})
