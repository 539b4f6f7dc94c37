import { describe, expect, it } from 'vitest'
import { at, settings, Watch } from '../testing/index.ts'
import { hours, toIso } from '../time.ts'
import { nextRepeat } from './repeat-time.ts'

/** In breach from second 30 on by a position that stands still. */
const behind = (policy = settings()) => {
  const watch = new Watch(at(0), { expectedInterval: hours(20) }, policy)
  watch.signal({ positionTime: toIso(at(0)) })
  watch.passUntil(at(31))
  return watch
}

const repeatsOf = (watch: Watch) =>
  watch.log.filter((entry) => entry.transition.type === 'repeat').map((entry) => entry.at)

describe('the alert frequency (A7)', () => {
  it('repeats once per frequency, counted from the first message', () => {
    const watch = behind()
    watch.passUntil(at(31 + 3 * 180))
    expect(repeatsOf(watch)).toEqual([at(210.001), at(390.001), at(570.001)])
  })

  it('counts the repeats', () => {
    const watch = behind()
    watch.passUntil(at(31 + 3 * 180))
    expect(watch.log.at(-1)?.transition).toMatchObject({ type: 'repeat', nth: 3 })
  })

  it('does not drift where each look is a little late', () => {
    const watch = behind()
    watch.sleepUntil(at(211))
    watch.sleepUntil(at(391))
    expect(watch.openAlert('latency')?.nextNotifyAt).toBe(at(570.001))
  })

  it('is that of the level', () => {
    const watch = behind(
      settings({ high: { latencySeconds: 30, interruptionSeconds: 30, frequencyMinutes: 10 } }),
    )
    watch.passUntil(at(630))
    expect(repeatsOf(watch)).toEqual([])
    watch.passUntil(at(631))
    expect(repeatsOf(watch)).toEqual([at(630.001)])
  })

  it('sends one message after an outage of the worker, never what was missed', () => {
    const watch = behind()
    watch.sleepUntil(at(3_700))
    expect(repeatsOf(watch)).toEqual([at(3_700)])
    watch.evaluate()
    expect(repeatsOf(watch)).toHaveLength(1)
  })

  it('leaves a whole frequency after such a late message', () => {
    const watch = behind()
    watch.sleepUntil(at(3_700))
    expect(watch.openAlert('latency')?.nextNotifyAt).toBe(at(3_880))
  })

  it('is held while somebody has acknowledged, and goes on when that ends', () => {
    const watch = behind()
    watch.acknowledge('latency', at(500))
    watch.passUntil(at(600))
    expect(watch.told('latency')).toEqual(['fire', 'hold_repeat', 'hold_repeat', 'repeat'])
  })
})

describe('the time of the next repeat', () => {
  it('is the first place of the grid that lies ahead', () => {
    expect(nextRepeat(at(0), hours(1), at(0))).toBe(at(3_600))
    expect(nextRepeat(at(0), hours(1), at(3_600))).toBe(at(7_200))
    expect(nextRepeat(at(0), hours(1), at(3_605))).toBe(at(7_200))
  })

  it('is a whole frequency away where the next place is too near', () => {
    expect(nextRepeat(at(0), hours(1), at(7_000))).toBe(at(10_600))
  })
})
