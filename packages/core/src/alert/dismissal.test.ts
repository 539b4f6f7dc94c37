import { expect, it } from 'vitest'
import { at, Watch } from '../testing/index.ts'
import { hours } from '../time.ts'

/** A project whose latency alert fired after 10 s and was closed by hand at 60 s. */
function closedByHand(): Watch {
  const watch = new Watch(at(0), { expectedInterval: hours(48) })
  watch.signal({ latencySeconds: 0 })
  watch.passUntil(at(10))
  watch.signal({ latencySeconds: 99 })
  watch.passUntil(at(60))
  watch.dismiss('latency')
  return watch
}

it('What a person closed is not told again while the same breach goes on', () => {
  const watch = closedByHand()
  watch.passUntil(at(600))
  watch.signal({ latencySeconds: 200 })
  watch.passUntil(at(3_600))
  expect(watch.told('latency')).toEqual(['fire'])
})

it('The next breach after a good signal is told as usual', () => {
  const watch = closedByHand()
  watch.passUntil(at(70))
  watch.signal({ latencySeconds: 0 })
  watch.passUntil(at(80))
  watch.signal({ latencySeconds: 99 })
  expect(watch.told('latency')).toEqual(['fire', 'forget', 'fire'])
})

it('A breach that never ends is told again a day after it was closed by hand', () => {
  const watch = closedByHand()
  watch.passUntil(at(60 + 86_399))
  expect(watch.told('latency')).toEqual(['fire'])
  watch.passUntil(at(60 + 86_400))
  expect(watch.told('latency')).toEqual(['fire', 'forget', 'fire'])
})

it('A lowered level and the same one again leave it as it is', () => {
  const watch = closedByHand()
  watch.passUntil(at(70))
  watch.signal({ latencySeconds: 400 })
  watch.setLevel('medium')
  watch.setLevel('high')
  watch.passUntil(at(80))
  expect(watch.told('latency')).toEqual(['fire'])
})

it('What was closed at a lax level is told when the project is given a stricter one', () => {
  const watch = new Watch(at(0), { expectedInterval: hours(48), level: 'medium' })
  watch.signal({ latencySeconds: 0 })
  watch.passUntil(at(10))
  watch.signal({ latencySeconds: 400 })
  watch.passUntil(at(60))
  watch.dismiss('latency')
  watch.passUntil(at(70))
  watch.setLevel('high')
  watch.passUntil(at(80))
  expect(watch.told('latency')).toEqual(['fire', 'forget', 'fire'])
})
