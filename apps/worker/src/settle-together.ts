import type { Database } from '@highwater/db/client'
import { type Attempt, type Settlement, settleNotifications } from '@highwater/db/queue'

interface Waiting {
  readonly attempt: Attempt
  readonly resolve: (settlement: Settlement) => void
  readonly reject: (error: unknown) => void
}

/** More would make one transaction hold too much for too long. */
export const largestBatch = 400

/**
 * Settles attempts, those together that end while others are being settled: under load one
 * transaction records many, and one that comes alone waits for nobody.
 */
export function settleTogether(db: Database): (attempt: Attempt) => Promise<Settlement> {
  let waiting: Waiting[] = []
  let isSettling = false

  /** One that cannot be recorded must not take the others with it. */
  async function oneByOne(batch: readonly Waiting[]): Promise<void> {
    for (const { attempt, resolve, reject } of batch) {
      await settleNotifications(db, [attempt]).then(
        ([settlement = 'lease_lost']) => resolve(settlement),
        reject,
      )
    }
  }

  async function settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const settlements = await settleNotifications(
        db,
        batch.map(({ attempt }) => attempt),
      )
      for (const [index, { resolve }] of batch.entries())
        resolve(settlements[index] ?? 'lease_lost')
    } catch (error) {
      if (batch.length > 1) await oneByOne(batch)
      else for (const { reject } of batch) reject(error)
    }
  }

  async function drain(): Promise<void> {
    isSettling = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, largestBatch)
      waiting = waiting.slice(largestBatch)
      await settle(batch)
    }
    isSettling = false
  }

  return (attempt) =>
    new Promise((resolve, reject) => {
      waiting.push({ attempt, resolve, reject })
      if (!isSettling) void drain()
    })
}
