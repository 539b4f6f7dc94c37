import type { Millis } from '@highwater/core'
import { onAbort } from './on-abort.ts'

type Release = () => void

interface Place {
  taken: number
  readonly waiting: Set<() => void>
}

/** Lets only so many at once to each place, such as a server that refuses more connections. */
export interface Turns {
  /** Waits for a turn; null where none comes in time, or the signal ends the wait. */
  take(place: string, patience: Millis, signal: AbortSignal): Promise<Release | null>
}

export function createTurns(atOnce: number): Turns {
  const places = new Map<string, Place>()

  function releaseOf(name: string, place: Place): Release {
    let isReleased = false
    return () => {
      if (isReleased) return
      isReleased = true
      const [next] = place.waiting
      if (next !== undefined) {
        next()
        return
      }
      place.taken -= 1
      if (place.taken === 0) places.delete(name)
    }
  }

  return {
    take(name, patience, signal) {
      if (signal.aborted) return Promise.resolve(null)
      const place = places.get(name) ?? { taken: 0, waiting: new Set() }
      places.set(name, place)
      if (place.taken < atOnce) {
        place.taken += 1
        return Promise.resolve(releaseOf(name, place))
      }
      const { promise, resolve } = Promise.withResolvers<Release | null>()
      const end = (release: Release | null) => {
        clearTimeout(timer)
        forget()
        place.waiting.delete(go)
        resolve(release)
      }
      const go = () => end(releaseOf(name, place))
      const giveUp = () => end(null)
      const timer = setTimeout(giveUp, patience)
      const forget = onAbort(signal, giveUp)
      place.waiting.add(go)
      return promise
    },
  }
}
