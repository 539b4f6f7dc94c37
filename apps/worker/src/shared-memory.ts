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

  async function recall(key: string): Promise<Remembered | null> {
    const stored = await readRemembered(db, key).catch(unless(null))
    return stored === null ? null : open(stored)
  }

  const keep = (key: string, { text, until }: Remembered): Promise<void> =>
    keepRemembered(db, key, { sealed: sealer.seal({ text }), until }).catch(unless(undefined))

  async function find(key: string, ask: () => Promise<Found>): Promise<Found> {
    const found = await ask()
    if ('refused' in found) await giveUpSeeking(db, key).catch(unless(undefined))
    else await keep(key, found)
    return found
  }

  return {
    recall,
    keep,
    async forget(key, text) {
      const stored = await readRemembered(db, key).catch(unless(null))
      if (stored === null || open(stored)?.text !== text) return
      await forgetRemembered(db, key, stored.sealed).catch(unless(undefined))
    },
    async recallOrFind(key, ask) {
      const giveUpAt = performance.now() + patience
      for (;;) {
        const known = await recall(key)
        if (known !== null) return known
        const isMine = await seekRemembered(db, key, patience).catch(unless(true))
        if (isMine || performance.now() > giveUpAt) return find(key, ask)
        await wait(lookAgainMs)
      }
    },
  }
}
