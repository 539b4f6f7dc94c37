import { expect, it } from 'vitest'
import { at, Watch } from '../../testing/index.ts'

const hour = 3_600
const pausedAt = (second: number) => {
  const watch = new Watch(at(0))
  watch.signal({ latencySeconds: 0 })
  watch.passUntil(at(second))
  watch.signal({ state: 'paused' })
  return watch
}

it('A pause of more than twelve hours is told, and not as an interruption (A2)', () => {
  const watch = pausedAt(100)
  watch.passUntil(at(100 + 12 * hour))
  expect(watch.log).toEqual([])
  watch.passUntil(at(101 + 12 * hour))
  expect(watch.told('paused_too_long')).toEqual(['fire'])
  expect(watch.told('interruption')).toEqual([])
})

it('A pause that is reported again and again is still the same pause', () => {
  const watch = pausedAt(100)
  watch.passUntil(at(6 * hour))
  watch.signal({ state: 'paused' })
  watch.passUntil(at(101 + 12 * hour))
  expect(watch.told('paused_too_long')).toEqual(['fire'])
})

it('The alert about a long pause recovers when the project runs again', () => {
  const watch = pausedAt(100)
  watch.passUntil(at(13 * hour))
  watch.signal({ state: 'running' })
  watch.passUntil(at(14 * hour))
  expect(watch.told('paused_too_long').slice(-2)).toEqual(['recover', 'close'])
})

it('The alert about a long pause is closed with the reason when the project is released', () => {
  const watch = pausedAt(100)
  watch.passUntil(at(13 * hour))
  watch.signal({ state: 'released' })
  expect(watch.log.at(-1)?.transition).toMatchObject({ type: 'close', reason: 'project_released' })
})
