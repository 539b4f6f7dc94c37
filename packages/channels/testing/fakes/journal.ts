import { setTimeout as pause } from 'node:timers/promises'

/** Of a program that is started at the same time, on a machine that is busy. */
const longestWaitMs = 20_000

/** Everything a fake has received, with a way to wait for what is still to come. */
export interface Journal<Entry> {
  add(entry: Entry): void
  all(): readonly Entry[]
  clear(): void
  /** @throws Error that tells what did arrive, when nothing fits within the time */
  waitFor(fits: (entry: Entry) => boolean, timeoutMs?: number): Promise<Entry>
}

export function createJournal<Entry>(show: (entry: Entry) => string): Journal<Entry> {
  const entries: Entry[] = []
  const waiting = new Set<(entry: Entry) => void>()
  return {
    add(entry) {
      entries.push(entry)
      for (const notice of [...waiting]) notice(entry)
    },
    all: () => [...entries],
    clear: () => {
      entries.length = 0
    },
    async waitFor(fits, timeoutMs = longestWaitMs) {
      const known = entries.find(fits)
      if (known !== undefined) return known
      const found = Promise.withResolvers<Entry>()
      const notice = (entry: Entry) => {
        if (fits(entry)) found.resolve(entry)
      }
      waiting.add(notice)
      const done = new AbortController()
      const late = pause(timeoutMs, undefined, { signal: done.signal }).then(
        () => {
          const seen = entries.map(show).join('\n') || 'nothing'
          throw new Error(`No message that fits arrived within ${timeoutMs} ms. Arrived:\n${seen}`)
        },
        () => found.promise,
      )
      try {
        return await Promise.race([found.promise, late])
      } finally {
        done.abort()
        waiting.delete(notice)
      }
    },
  }
}
