import { describe, expect, it } from 'vitest'
import { anObservation, at } from '../testing/index.ts'
import { asWatched, isWatched, type WatchDecision, watchedAgainSince } from './watch.ts'

const never: WatchDecision = { pausedAt: null, pausedUntil: null, resumedAt: null }
const endless: WatchDecision = { ...never, pausedAt: at(0) }
const hour: WatchDecision = { ...endless, pausedUntil: at(3_600) }

describe('whether a project is watched', () => {
  it('is so unless somebody said otherwise', () => {
    expect(isWatched(never, at(0))).toBe(true)
    expect(isWatched(endless, at(1e6))).toBe(false)
  })

  it('ends by itself at the very moment that was named', () => {
    expect(isWatched(hour, at(3_599.999))).toBe(false)
    expect(isWatched(hour, at(3_600))).toBe(true)
    expect(watchedAgainSince(hour, at(3_599))).toBeNull()
    expect(watchedAgainSince(hour, at(4_000))).toBe(at(3_600))
  })
})

describe('what the rules see of it', () => {
  const observation = anObservation({ resumedAt: at(10) })

  it('is a project that has just resumed once it is watched again', () => {
    expect(asWatched(observation, hour, at(3_700)).resumedAt).toBe(at(3_600))
    expect(asWatched(observation, { ...never, resumedAt: at(5) }, at(20)).resumedAt).toBe(at(10))
    expect(asWatched(observation, never, at(20))).toBe(observation)
  })
})
