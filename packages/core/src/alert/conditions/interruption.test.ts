import { describe, expect, it } from 'vitest'
import { at, Watch } from '../../testing/index.ts'
import { seconds, toIso } from '../../time.ts'

const running = () => {
  const watch = new Watch(at(0), { expectedInterval: seconds(10) })
  watch.signal({ latencySeconds: 0 })
  watch.passUntil(at(100))
  return watch
}

describe('an interruption (A2)', () => {
  it('fires when it has lasted longer than the threshold, though nothing further arrives', () => {
    const watch = running()
    watch.signal({ state: 'failed', message: 'ORA-00060: deadlock' })
    expect(watch.dueAt).toBe(at(130.001))
    watch.passUntil(at(130))
    expect(watch.told('interruption')).toEqual([])
    watch.passUntil(at(131))
    expect(watch.told('interruption')).toEqual(['fire'])
    expect(watch.openAlert('interruption')?.since).toBe(at(100))
  })

  it('counts from the time at which the source says that it happened', () => {
    const watch = running()
    watch.signal({ state: 'interrupted', observedAt: toIso(at(80)) })
    watch.passUntil(at(111))
    expect(watch.told('interruption')).toEqual(['fire'])
  })

  it('does not begin anew when the failure is reported again', () => {
    const watch = running()
    watch.signal({ state: 'interrupted' })
    for (const second of [110, 120, 129]) {
      watch.passUntil(at(second))
      watch.signal({ state: 'failed' })
    }
    watch.passUntil(at(131))
    expect(watch.told('interruption')).toEqual(['fire'])
  })

  it('does not begin anew when the source loses sight of the project in between', () => {
    const watch = running()
    watch.signal({ state: 'failed' })
    watch.passUntil(at(110))
    watch.signal({ state: 'unknown' })
    watch.passUntil(at(120))
    watch.signal({ state: 'failed' })
    watch.passUntil(at(131))
    expect(watch.openAlert('interruption')?.since).toBe(at(100))
  })

  it('that ends within the threshold alerts nobody', () => {
    const watch = running()
    watch.signal({ state: 'failed' })
    watch.passUntil(at(120))
    watch.signal({ state: 'running' })
    watch.passUntil(at(160))
    expect(watch.told('interruption')).toEqual([])
  })

  it('is understood from a failed step too', () => {
    const watch = running()
    watch.signal({ step: { name: 'INCR_TRANSFER', state: 'failed' } })
    watch.passUntil(at(131))
    expect(watch.told('interruption')).toEqual(['fire'])
  })

  it('is not what a pause is', () => {
    const watch = running()
    watch.signal({ state: 'paused' })
    watch.passUntil(at(3600))
    expect(watch.told('interruption')).toEqual([])
    expect(watch.facts.open).toEqual([])
  })

  it('recovers when the project runs again, after the hold', () => {
    const watch = running()
    watch.signal({ state: 'failed' })
    watch.passUntil(at(140))
    watch.signal({ state: 'running' })
    expect(watch.told('interruption')).toEqual(['fire', 'recover'])
    watch.passUntil(at(199))
    expect(watch.openAlert('interruption')?.state).toBe('recovering')
    watch.passUntil(at(200))
    expect(watch.told('interruption')).toEqual(['fire', 'recover', 'close'])
  })

  it('is closed with the reason when somebody pauses the project', () => {
    const watch = running()
    watch.signal({ state: 'failed' })
    watch.passUntil(at(140))
    watch.signal({ state: 'paused' })
    expect(watch.log.at(-1)?.transition).toMatchObject({ type: 'close', reason: 'project_paused' })
  })
})
