import { setTimeout as wait } from 'node:timers/promises'
import type { Found, MemoryPort, Remembered } from '@highwater/channels/send'
import { seconds } from '@highwater/core'
import {
  forgetRemembered,
  giveUpSeeking,
  keepRemembered,
  readRemembered,
  type SealedMemory,
  seekRemembered,
} from '@highwater/db/queue'
import type { WorkerDependencies } from './dependencies.ts'

/** Longer than one question over the network, so that nobody asks beside somebody who still waits. */
const patience = seconds(15)
const lookAgainMs = 200

/** The memory of senders, kept in the database: sealed, and the same for all workers. */
export function sharedMemory({
  db,
  sealer,
  log,
}: Pick<WorkerDependencies, 'db' | 'sealer' | 'log'>): MemoryPort {
  const unless =
    <Otherwise>(failed: Otherwise) =>
    (error: unknown) => {
      log.warn({ err: error }, 'what senders share could not be read or written')
      return failed
    }

  function open({ sealed, until }: SealedMemory): Remembered | null {
    try {
      return { text: String(sealer.open(sealed).text), until }
    } catch {
      // Sealed with a key that is gone: it is found out again.
      return null
    }
  }

  const read = (key: string) => readRemembered(db, key).catch(unless(null))

  const keep = (key: string, { text, until }: Remembered): Promise<void> =>
    keepRemembered(db, key, { sealed: sealer.seal({ text }), until }).catch(unless(undefined))

  async function find(key: string, ask: () => Promise<Found>): Promise<Found> {
    const found = await ask()
    if ('refused' in found) await giveUpSeeking(db, key).catch(unless(undefined))
    else await keep(key, found)
    return found
  }

  return {
    async recall(key) {
      const stored = await read(key)
      return stored && open(stored)
    },
    keep,
    async forget(key, text) {
      const stored = await read(key)
      if (stored === null || open(stored)?.text !== text) return
      await forgetRemembered(db, key, stored.sealed).catch(unless(undefined))
    },
    async recallOrFind(key, ask) {
      const giveUpAt = performance.now() + patience
      for (;;) {
        const stored = await read(key)
        const known = stored && open(stored)
        if (known !== null) return known
        const unusable = stored?.sealed ?? null
        const isMine = await seekRemembered(db, key, patience, unusable).catch(unless(true))
        if (isMine || performance.now() > giveUpAt) return find(key, ask)
        await wait(lookAgainMs)
      }
    },
  }
}
