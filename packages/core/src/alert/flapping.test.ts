import { describe, expect, it } from 'vitest'
import { at, Watch } from '../testing/index.ts'
import { minutes, plus, seconds } from '../time.ts'

/** Reports every ten seconds until the given second. */
function report(watch: Watch, until: number, latencySeconds: number) {
  for (;;) {
    const next = plus(watch.now, seconds(10))
    if (next > at(until)) return
    watch.passUntil(next)
    watch.signal({ latencySeconds })
  }
}

/** Fires at 20 s and then turns every twenty seconds: good, bad, good, bad. */
function turning(turns: number): Watch {
  const watch = new Watch(at(0))
  watch.signal({ latencySeconds: 0 })
  report(watch, 20, 60)
  for (let turn = 1; turn <= turns; turn += 1) {
    report(watch, 20 + 20 * turn, turn % 2 === 1 ? 1 : 60)
  }
  return watch
}

const latencyOf = (watch: Watch) => watch.openAlert('latency')
const last = (watch: Watch) => watch.log.at(-1)?.transition

describe('an alert that turns on and off', () => {
  it('is flapping at the fourth turn within an hour, and says so once', () => {
    expect(turning(3).told('latency')).not.toContain('flap')
    const watch = turning(4)
    expect(last(watch)).toMatchObject({ type: 'flap', reason: null })
    report(watch, 180, 60)
    expect(watch.told('latency').filter((type) => type === 'flap')).toHaveLength(1)
  })

  it('is not flapping where the turns lie further apart', () => {
    const watch = turning(3)
    report(watch, 24 + 3_600, 1)
    report(watch, 60 + 3_600, 60)
    expect(watch.told('latency')).not.toContain('flap')
  })

  it('then repeats at four frequencies only, counted from that notice', () => {
    const watch = turning(4)
    const told = watch.log.length
    report(watch, 100 + 24 * 60, 60)
    const repeats = watch.log.slice(told)
    expect(repeats.map((entry) => entry.at)).toEqual([at(90 + 12 * 60), at(90 + 24 * 60)])
    expect(repeats[0]?.transition).toMatchObject({ type: 'repeat', note: 'flapping' })
  })

  it('is not told more often than before where its frequency is longer than the longest digest', () => {
    const watch = turning(3)
    const thresholds = { latency: seconds(30), interruption: seconds(30), frequency: minutes(90) }
    watch.facts = { ...watch.facts, thresholds }
    report(watch, 100, 60)
    expect(latencyOf(watch)?.nextNotifyAt).toBe(at(90 + 90 * 60))
  })

  it('is told at once where its figure more than doubles what was told', () => {
    const watch = turning(4)
    report(watch, 110, 120)
    expect(watch.told('latency').at(-1)).toBe('flap')
    report(watch, 120, 121)
    expect(last(watch)).toMatchObject({ type: 'repeat', note: 'peak_doubled' })
    report(watch, 140, 241)
    expect(watch.told('latency').filter((type) => type === 'repeat')).toHaveLength(1)
  })

  it('is told at once where its level rises', () => {
    const watch = new Watch(at(0), { level: 'medium' })
    watch.signal({ latencySeconds: 0 })
    for (const second of [20, 60, 100]) {
      report(watch, second, 400)
      report(watch, second + 20, 1)
    }
    report(watch, 140, 400)
    expect(watch.told('latency')).toContain('flap')
    watch.setLevel('high')
    expect(last(watch)).toMatchObject({ type: 'raise' })
  })

  it('is steady again after half an hour without a turn, and says so', () => {
    const watch = turning(4)
    report(watch, 90 + 30 * 60 - 10, 60)
    expect(watch.told('latency')).not.toContain('steady')
    report(watch, 90 + 30 * 60, 60)
    expect(last(watch)).toMatchObject({ type: 'steady', nextNotifyAt: at(90 + 33 * 60) })
    expect(latencyOf(watch)).toMatchObject({ flappingSince: null, turnedAt: [] })
  })

  it('is resolved only when it has been good for half an hour, and begins to count anew', () => {
    const watch = turning(5)
    expect(last(watch)).toMatchObject({ type: 'recover', reason: 'flapping' })
    report(watch, 100 + 30 * 60, 1)
    expect(latencyOf(watch)).toMatchObject({ state: 'recovering' })
    report(watch, 120 + 30 * 60, 1)
    expect(last(watch)).toMatchObject({ type: 'close', reason: 'recovered' })
    report(watch, 150 + 30 * 60, 60)
    expect(last(watch)).toMatchObject({ type: 'fire', reopened: true, flapping: false })
  })

  it('is flapping too where it closes and comes back each time', () => {
    const watch = new Watch(at(0))
    watch.signal({ latencySeconds: 0 })
    report(watch, 20, 60)
    report(watch, 120, 1)
    report(watch, 140, 60)
    report(watch, 240, 1)
    expect(watch.told('latency')).toEqual(['fire', 'recover', 'close', 'fire', 'recover', 'close'])
    report(watch, 250, 60)
    expect(last(watch)).toMatchObject({ type: 'fire', reopened: true, flapping: true })
  })

  it('every minute for an hour is told of now and then, all the time', () => {
    for (const [good, bad] of [
      [60, 60],
      [80, 40],
    ] as const) {
      const watch = new Watch(at(0))
      watch.signal({ latencySeconds: 0 })
      for (let begins = 0; begins < 3_600; begins += good + bad) {
        report(watch, begins + bad, 60)
        report(watch, begins + bad + good, 1)
      }
      const heard = ['fire', 'repeat', 'flap', 'steady', 'close']
      const told = watch.log.filter(({ transition }) => heard.includes(transition.type))
      expect(told.map(({ transition }) => transition.type)).toEqual([
        ...['fire', 'close', 'fire', 'close', 'fire'],
        ...['repeat', 'repeat', 'repeat', 'repeat'],
      ])
      const pauses = told.slice(1).map(({ at: time }, index) => time - (told[index]?.at ?? time))
      expect(Math.max(...pauses)).toBeLessThanOrEqual(minutes(12))
    }
  })

  it('that somebody has acknowledged is called flapping in silence', () => {
    const watch = turning(3)
    watch.acknowledge('latency', at(100_000))
    report(watch, 100, 60)
    expect(last(watch)).toMatchObject({ type: 'flap', reason: 'acknowledged' })
    report(watch, 200, 1_000)
    expect(watch.told('latency')).not.toContain('repeat')
  })
})

it('An interruption that flaps is told again when it has lasted twice as long as ever before', () => {
  const watch = new Watch(at(0), { expectedInterval: minutes(90) })
  watch.signal({ latencySeconds: 0 })
  for (let turn = 0; turn < 3; turn += 1) {
    watch.passUntil(plus(watch.now, seconds(10)))
    watch.signal({ state: 'failed' })
    watch.passUntil(plus(watch.now, seconds(40)))
    if (turn === 2) break
    watch.signal({ state: 'running' })
    watch.passUntil(plus(watch.now, seconds(5)))
  }
  expect(watch.told('interruption')).toContain('flap')
  expect(watch.told('interruption').at(-1)).toBe('flap')
  watch.passUntil(plus(watch.now, seconds(30)))
  expect(last(watch)).toMatchObject({ type: 'repeat', note: 'peak_doubled' })
})
