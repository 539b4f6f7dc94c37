import { setTimeout as pause } from 'node:timers/promises'
import { type Database, listen, type Topic } from '@highwater/db/client'
import type { Logger } from 'pino'
import { RecentNotices } from './recent-notices.ts'

/**
 * What a browser is told. `everything`: notices may have been lost, so nothing on the page can be
 * trusted to be current.
 */
export type Notice = { readonly topics: readonly Topic[] } | { readonly everything: true }
type Listener = (notice: Notice) => void

/** The notices of all processes, heard once per process and handed to whoever subscribes. */
export interface LiveTopics {
  readonly subscribe: (listener: Listener) => () => void
  /** Those of the last half minute. */
  readonly recent: () => readonly Notice[]
  readonly close: () => Promise<void>
}

const retryMs = 1_000

/** Starts listening in the background; a database that is away is tried again until it is back. */
export function startLiveTopics(db: Database, log: Logger): LiveTopics {
  const listeners = new Set<Listener>()
  const stop = new AbortController()
  const heard = new RecentNotices()
  const tell = (notice: Notice) => {
    heard.add(notice, performance.now())
    for (const listener of listeners) listener(notice)
  }

  async function connect(): Promise<() => Promise<void>> {
    while (!stop.signal.aborted) {
      try {
        return await listen(
          db,
          (topics) => tell({ topics }),
          () => tell({ everything: true }),
        )
      } catch (error) {
        if (stop.signal.aborted) break
        log.warn({ err: error }, 'cannot listen for live updates yet')
        await pause(retryMs, undefined, { signal: stop.signal }).catch(() => undefined)
      }
    }
    return async () => {}
  }

  const connected = connect()
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    recent: () => heard.read(performance.now()),
    async close() {
      stop.abort()
      const unlisten = await connected
      await unlisten()
    },
  }
}
