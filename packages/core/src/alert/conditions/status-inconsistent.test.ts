import { describe, expect, it } from 'vitest'
import { at, Watch } from '../../testing/index.ts'
import { toIso } from '../../time.ts'

/** A synchronization that has caught up and whose position has reached second 100. */
const running = () => {
  const watch = new Watch(at(0))
  for (let second = 0; second <= 100; second += 10) {
    watch.passUntil(at(second))
    watch.signal({ state: 'running', positionTime: toIso(at(second)) })
  }
  return watch
}

type Said = { readonly state?: 'failed' | 'paused' | 'released'; readonly position?: number }

/** One signal every ten seconds from second 110 on, as `saidAt` has it. */
function follow(watch: Watch, until: number, saidAt: (second: number) => Said) {
  for (let second = 110; second <= until; second += 10) {
    watch.passUntil(at(second))
    const { state, position } = saidAt(second)
    watch.signal({
      ...(state === undefined ? {} : { state }),
      ...(position === undefined ? {} : { positionTime: toIso(at(position)) }),
    })
  }
  return watch
}

describe('a state that data contradicts (A4)', () => {
  it.each(['failed', 'paused', 'released'] as const)(
    'is told when the position advances for more than a minute though the project is %s',
    (state) => {
      const watch = follow(running(), 180, (second) => ({ state, position: second }))
      expect(watch.told('status_inconsistent')).toEqual([])
      follow(watch, 190, (second) => ({ state, position: second }))
      expect(watch.told('status_inconsistent')).toEqual(['fire'])
      expect(watch.openAlert('status_inconsistent')?.since).toBe(at(120))
    },
  )

  it('is no contradiction where a link drains for a moment after its stop', () => {
    const watch = follow(running(), 600, (second) => ({
      state: 'paused',
      position: Math.min(second, 130),
    }))
    expect(watch.told('status_inconsistent')).toEqual([])
  })

  it('is noticed where one sender says that it failed and another sends positions in turn', () => {
    const watch = follow(running(), 300, (second) =>
      second % 20 === 10 ? { state: 'failed' } : { position: second },
    )
    expect(watch.told('status_inconsistent')).toContain('fire')
    expect(watch.openAlert('status_inconsistent')?.state).toBe('firing')
  })

  it('is none where a project resumes and only its positions say so', () => {
    const watch = follow(running(), 900, (second) =>
      second === 110 ? { state: 'paused' } : { position: second },
    )
    expect(watch.told('status_inconsistent')).toEqual([])
    expect(watch.facts.observation.state).toBe('running')
  })

  it('is none where a project that resumed by its positions is paused again later', () => {
    const watch = follow(running(), 900, (second) =>
      second === 110 || second === 890 ? { state: 'paused' } : { position: second },
    )
    expect(watch.facts.observation).toMatchObject({ state: 'running', advancingSince: at(900) })
    expect(watch.told('status_inconsistent')).toEqual([])
  })

  it('is not proved by a gauge, which may be the last one measured', () => {
    const watch = running()
    for (let second = 110; second <= 600; second += 10) {
      watch.passUntil(at(second))
      watch.signal({ state: 'failed', latencySeconds: 3 })
    }
    expect(watch.told('status_inconsistent')).toEqual([])
  })

  it('ends when the position stands still', () => {
    const watch = follow(running(), 500, (second) => ({
      state: 'failed',
      position: Math.min(second, 200),
    }))
    expect(watch.told('status_inconsistent')).toEqual(['fire', 'recover', 'close'])
  })

  it('ends when the source says that the project runs', () => {
    const watch = follow(running(), 200, (second) => ({ state: 'paused', position: second }))
    for (let second = 210; second <= 300; second += 10) {
      watch.passUntil(at(second))
      watch.signal({ state: 'running', positionTime: toIso(at(second)) })
    }
    expect(watch.told('status_inconsistent')).toEqual(['fire', 'recover', 'close'])
  })

  it('is not repeated as fresh once nothing is heard any more', () => {
    const watch = follow(running(), 200, (second) => ({ state: 'failed', position: second }))
    watch.passUntil(at(700))
    expect(watch.told('status_inconsistent')).toEqual([
      'fire',
      'stale',
      'hold_repeat',
      'hold_repeat',
    ])
  })
})
