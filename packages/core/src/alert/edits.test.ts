import { describe, expect, it } from 'vitest'
import { at, settings, Watch } from '../testing/index.ts'
import { hours, minutes, toIso } from '../time.ts'
import { defaultCalming } from './calming.ts'

const level = (latencySeconds: number, frequencyMinutes = 3) => ({
  latencySeconds,
  interruptionSeconds: latencySeconds,
  frequencyMinutes,
})
const policy = settings({ high: level(30), medium: level(300), low: level(900) })

/** At `second`, a position stands still since second 0, and the alert of its level has fired. */
const behind = (second: number, of: 'high' | 'medium' | 'low' = 'high') => {
  const watch = new Watch(at(0), { level: of, expectedInterval: hours(20) }, policy)
  watch.signal({ positionTime: toIso(at(0)) })
  watch.passUntil(at(second))
  return watch
}

const last = (watch: Watch) => watch.log.at(-1)?.transition

describe('a level changed while an alert fires (A8)', () => {
  it('to a stricter one is told at once, and the acknowledgement ends', () => {
    const watch = behind(950, 'low')
    watch.acknowledge('latency', at(9_999))
    watch.setLevel('high')
    expect(last(watch)).toMatchObject({ type: 'raise', nth: 1, nextNotifyAt: at(1080.001) })
    expect(watch.openAlert('latency')?.acknowledgedUntil).toBeNull()
  })

  it('to a laxer one that is still exceeded is noted silently, and the repeat moves back', () => {
    const watch = behind(400)
    watch.setLevel('medium')
    expect(last(watch)).toMatchObject({ type: 'adjust', nextNotifyAt: at(580) })
  })

  it('to a laxer one that is no longer exceeded closes, and never says recovered', () => {
    const watch = behind(100)
    watch.setLevel('medium')
    expect(last(watch)).toMatchObject({ type: 'close', reason: 'level_changed' })
  })

  it('to "No Protection" closes with that reason', () => {
    const watch = behind(100)
    watch.setLevel('none')
    expect(last(watch)).toMatchObject({ type: 'close', reason: 'protection_removed' })
    expect(watch.dueAt).toBeNull()
  })

  it('changes nothing twice', () => {
    const watch = behind(400)
    watch.setLevel('medium')
    const before = watch.log.length
    watch.evaluate()
    expect(watch.log).toHaveLength(before)
  })
})

describe('thresholds edited while an alert fires (A8)', () => {
  it('above the latency close it, and never say recovered', () => {
    const watch = behind(100)
    watch.setSettings(settings({ high: level(200), medium: level(300), low: level(900) }))
    expect(last(watch)).toMatchObject({ type: 'close', reason: 'policy_changed' })
  })

  it('that are still exceeded are noted silently', () => {
    const watch = behind(100)
    watch.setSettings(settings({ high: level(60), medium: level(300), low: level(900) }))
    expect(last(watch)).toMatchObject({ type: 'adjust' })
    expect(watch.openAlert('latency')?.threshold).toBe(60_000)
  })

  it('lowered under a quiet project open its alert', () => {
    const watch = behind(20)
    watch.setSettings(settings({ high: level(10), medium: level(300), low: level(900) }))
    expect(watch.told('latency')).toEqual(['fire'])
  })

  it('above the length of an interruption close its alert too', () => {
    const watch = behind(1)
    watch.signal({ state: 'failed' })
    watch.passUntil(at(100))
    watch.setSettings(settings({ high: level(200), medium: level(300), low: level(900) }))
    expect(last(watch)).toMatchObject({ condition: 'interruption', reason: 'policy_changed' })
  })
})

describe('a frequency edited while an alert fires (A8)', () => {
  it('to a shorter one brings the next repeat nearer', () => {
    const watch = behind(100)
    watch.setSettings(settings({ high: level(30, 1), medium: level(300), low: level(900) }))
    expect(watch.openAlert('latency')?.nextNotifyAt).toBe(at(160))
  })

  it('to a longer one leaves the next repeat where it was announced', () => {
    const watch = behind(100)
    watch.setSettings(settings({ high: level(30, 60), medium: level(300), low: level(900) }))
    expect(watch.openAlert('latency')?.nextNotifyAt).toBe(at(210.001))
  })
})

describe('a project that stops being watched (A8)', () => {
  it.each([
    ['paused', 'project_paused'],
    ['finished', 'project_finished'],
    ['released', 'project_released'],
  ] as const)('because it is %s closes its alert with the reason', (state, reason) => {
    const watch = behind(100)
    watch.signal({ state })
    expect(last(watch)).toMatchObject({ type: 'close', reason })
  })

  it('asks for no further look once it is finished', () => {
    const watch = behind(100)
    watch.signal({ state: 'finished' })
    expect(watch.dueAt).toBeNull()
  })
})

describe('an edit that is taken back within a minute (A8)', () => {
  const slip = (second: number) => {
    const watch = behind(100)
    watch.setLevel('medium')
    watch.passUntil(at(second))
    watch.setLevel('high')
    return watch
  }

  it('lets the same alert go on, and nobody is told a second time', () => {
    const watch = slip(160)
    expect(watch.told('latency')).toEqual(['fire', 'close', 'reinstate'])
    expect(last(watch)).toMatchObject({ nextNotifyAt: at(210.001) })
    watch.passUntil(at(211))
    expect(last(watch)).toMatchObject({ type: 'repeat' })
  })

  it('is no slip any more after that: it fires anew', () => {
    expect(slip(160.001).told('latency')).toEqual(['fire', 'close', 'fire'])
  })

  it('works for thresholds as it does for levels', () => {
    const watch = behind(100)
    watch.setSettings(settings({ high: level(200) }))
    expect(last(watch)).toMatchObject({ type: 'close', reason: 'policy_changed' })
    watch.setSettings(policy)
    expect(last(watch)).toMatchObject({ type: 'reinstate' })
  })

  it('is a new alert where the limit is another one than before', () => {
    const watch = behind(100)
    watch.setLevel('medium')
    watch.setSettings(settings({ high: level(20) }))
    watch.setLevel('high')
    expect(watch.told('latency')).toEqual(['fire', 'close', 'fire'])
  })

  it('does not bring back an alert of which nobody had been told', () => {
    const calming = { ...defaultCalming, pendingFor: minutes(5) }
    const watch = new Watch(at(0), { calming, expectedInterval: hours(20) }, policy)
    watch.signal({ positionTime: toIso(at(0)) })
    watch.passUntil(at(100))
    watch.setLevel('medium')
    watch.setLevel('high')
    expect(watch.told('latency')).toEqual(['pend', 'drop', 'pend'])
  })
})

it('A longer pending time puts no firing alert back to pending (A8)', () => {
  const watch = behind(100)
  watch.facts = { ...watch.facts, calming: { ...defaultCalming, pendingFor: hours(1) } }
  watch.passUntil(at(500))
  expect(watch.told('latency')).toEqual(['fire', 'repeat', 'repeat'])
})
