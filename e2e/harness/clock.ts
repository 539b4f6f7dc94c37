import type { Millis } from '@highwater/core'
import type { FreshDatabase } from '@highwater/db/testing'

/** The time of one installation, which is its database's. */
export interface Clock {
  /** Moves it ahead for every process at once. */
  readonly advance: (length: Millis) => Promise<void>
  /** What it shows, as ISO 8601. */
  readonly now: () => string
}

export function clockOf({ clock }: FreshDatabase): Clock {
  let ahead = 0
  return {
    async advance(length) {
      await clock.advance(length)
      ahead += length
    },
    // The server runs on this machine, so its unmoved clock is this process's.
    now: () => new Date(performance.timeOrigin + performance.now() + ahead).toISOString(),
  }
}
