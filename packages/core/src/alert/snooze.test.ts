import { describe, expect, it } from 'vitest'
import { at, Watch } from '../testing/index.ts'
import { seconds, toIso } from '../time.ts'
import { defaultCalming } from './calming.ts'

/** A position that stands still: over its limit from second 30 on, and no further signal needed. */
function firing(level: 'high' | 'medium' = 'high'): Watch {
  const watch = new Watch(at(0), { level, alertBeforeCatchUp: true })
  watch.signal({ positionTime: toIso(at(-600)) })
  return watch
}

describe('a snoozed alert', () => {
  it('is not repeated while the snooze lasts, and keeps the reason', () => {
    const watch = firing()
    watch.snooze('latency', at(1_000))
    watch.passUntil(at(999))
    expect(watch.told('latency').slice(1)).toEqual(Array(5).fill('hold_repeat'))
    expect(watch.log.find(({ transition }) => transition.type === 'hold_repeat')).toMatchObject({
      transition: { reason: 'snoozed' },
    })
  })

  it('is told at once when the snooze ends and it still fires', () => {
    const watch = firing()
    watch.snooze('latency', at(1_000))
    watch.passUntil(at(1_000))
    expect(watch.log.at(-1)).toMatchObject({
      at: at(1_000),
      transition: { type: 'repeat', note: 'snooze_ended' },
    })
    expect(watch.openAlert('latency')?.snoozedUntil).toBeNull()
  })

  it('is told of nothing when the snooze ends after it is over', () => {
    const watch = firing()
    watch.snooze('latency', at(500))
    watch.passUntil(at(200))
    watch.signal({ state: 'paused' })
    watch.passUntil(at(2_000))
    expect(watch.told('latency')).not.toContain('repeat')
  })

  it('wakes when its level rises', () => {
    const watch = firing('medium')
    watch.snooze('latency', at(100_000))
    watch.setLevel('high')
    expect(watch.log.at(-1)?.transition).toMatchObject({ type: 'raise' })
    watch.passUntil(at(200))
    expect(watch.told('latency')).toEqual(['fire', 'raise', 'repeat'])
  })

  it('stays quiet when its snooze ends while somebody has acknowledged it', () => {
    const watch = firing()
    watch.snooze('latency', at(100))
    watch.acknowledge('latency', at(100_000))
    watch.passUntil(at(1_000))
    expect(watch.told('latency')).not.toContain('repeat')
  })
})

it('A snooze of a pending alert that ends as it fires is told once', () => {
  const watch = new Watch(at(0), { calming: { ...defaultCalming, pendingFor: seconds(15) } })
  watch.signal({ latencySeconds: 0 })
  watch.passUntil(at(10))
  watch.signal({ latencySeconds: 99 })
  watch.snooze('latency', at(25))
  watch.passUntil(at(26))
  expect(watch.told('latency')).toEqual(['pend', 'fire'])
})
