import { describe, expect, it } from 'vitest'
import { at, Watch } from '../../testing/index.ts'
import { seconds } from '../../time.ts'

const reporting = (every: number, until: number, latencySeconds = 0, changes = {}) => {
  const watch = new Watch(at(0), changes)
  for (let second = 0; second <= until; second += every) {
    watch.passUntil(at(second))
    watch.signal({ latencySeconds })
  }
  return watch
}

describe('silence (A3)', () => {
  it('alerts after three usual intervals', () => {
    const watch = reporting(30, 300)
    watch.passUntil(at(390))
    expect(watch.told('no_signal')).toEqual([])
    watch.passUntil(at(391))
    expect(watch.told('no_signal')).toEqual(['fire'])
  })

  it('never alerts in less than a minute, however often the project reports', () => {
    const watch = reporting(1, 100)
    watch.passUntil(at(160))
    expect(watch.told('no_signal')).toEqual([])
    watch.passUntil(at(161))
    expect(watch.told('no_signal')).toEqual(['fire'])
  })

  it('goes by the interval that the owner declared, where there is one', () => {
    const watch = reporting(10, 100, 0, { expectedInterval: seconds(200) })
    watch.passUntil(at(700))
    expect(watch.told('no_signal')).toEqual([])
    watch.passUntil(at(701))
    expect(watch.told('no_signal')).toEqual(['fire'])
  })

  it('is given ten minutes where only one signal has come', () => {
    const watch = reporting(10, 0)
    watch.passUntil(at(600))
    expect(watch.told('no_signal')).toEqual([])
    watch.passUntil(at(601))
    expect(watch.told('no_signal')).toEqual(['fire'])
  })

  it('of a project that never reported is no alert', () => {
    const watch = new Watch(at(0))
    watch.passUntil(at(86_400))
    expect(watch.log).toEqual([])
  })

  it('is not blamed on the project while its source is down', () => {
    const watch = reporting(10, 100)
    watch.facts = { ...watch.facts, sourceDown: true }
    watch.sleepUntil(at(900))
    expect(watch.told('no_signal')).toEqual([])
  })

  it('says nothing of the time in which nobody could hear the project (A8)', () => {
    const watch = reporting(10, 100)
    watch.facts = { ...watch.facts, listeningSince: at(3_600) }
    watch.sleepUntil(at(3_601))
    expect(watch.log).toEqual([])
    expect(watch.dueAt).toBe(at(3_660.001))
    watch.passUntil(at(3_661))
    expect(watch.told('no_signal')).toEqual(['fire'])
  })

  it('neither ends nor is repeated because nobody could hear the project for a while', () => {
    const watch = reporting(10, 100)
    watch.passUntil(at(200))
    expect(watch.told('no_signal')).toEqual(['fire'])
    watch.facts = { ...watch.facts, listeningSince: at(3_600) }
    watch.sleepUntil(at(3_601))
    expect(watch.log.at(-1)?.transition).toMatchObject({
      type: 'hold_repeat',
      reason: 'not_listening',
    })
    expect(watch.openAlert('no_signal')).toMatchObject({ state: 'firing' })
  })

  it('marks an open latency alert stale: neither resolved nor repeated as if fresh', () => {
    const watch = reporting(10, 30)
    watch.passUntil(at(40))
    watch.signal({ latencySeconds: 412 })
    watch.passUntil(at(400))
    expect(watch.told('latency')).toEqual(['fire', 'stale', 'hold_repeat', 'hold_repeat'])
    expect(watch.openAlert('latency')).toMatchObject({ state: 'firing', stale: true })
  })

  it('ends with the next signal, which also makes the latency alert fresh again', () => {
    const watch = reporting(10, 30)
    watch.passUntil(at(40))
    watch.signal({ latencySeconds: 412 })
    watch.passUntil(at(150))
    watch.signal({ latencySeconds: 500 })
    expect(watch.told('no_signal')).toEqual(['fire', 'recover'])
    expect(watch.told('latency')).toEqual(['fire', 'stale', 'fresh'])
  })
})
