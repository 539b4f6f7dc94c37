import { setTimeout as pause } from 'node:timers/promises'
import { isDatabaseAway } from '@highwater/db/client'
import { type Attempt, isHeldUp, type Settlement, settleNotifications } from '@highwater/db/queue'
import type { WorkerDependencies } from './dependencies.ts'

/** More would make one transaction hold too much for too long. */
export const largestBatch = 400
/** Before the database is asked again that was away. */
const pauseMs = 500

/** What has become of a receipt; one that was not recorded is one of an unknown outcome. */
export type Receipt = Settlement | 'not_recorded'

interface Waiting {
  readonly attempt: Attempt
  readonly resolve: (receipt: Receipt) => void
}

export interface Receipts {
  readonly settle: (attempt: Attempt) => Promise<Receipt>
  /** Whether some are older than they should be, as the database took none for a while. */
  readonly areKept: () => boolean
}

/**
 * Settles attempts, those together that end while others are being settled: under load one
 * transaction records many, and one that comes alone waits for nobody. While the database is away, or
 * somebody holds it up, receipts are kept, or all these messages would be sent once more.
 */
export function settleTogether({
  db,
  log,
  abort,
}: Pick<WorkerDependencies, 'db' | 'log' | 'abort'>): Receipts {
  let waiting: Waiting[] = []
  let isSettling = false
  /** From when the database took none until all that was kept meanwhile is recorded. */
  let isKeeping = false

  /** Who has to end at once waits for no database. */
  const mayComeBack = (error: unknown): boolean => isDatabaseAway(error) && !abort.aborted
  const mayGoOn = (error: unknown): boolean => isHeldUp(error) && !abort.aborted

  async function settle(batch: readonly Waiting[]): Promise<void> {
    const attempts = batch.map(({ attempt }) => attempt)
    const settlements = await settleNotifications(db, attempts)
    for (const [index, { resolve }] of batch.entries()) resolve(settlements[index] ?? 'lease_lost')
  }

  /** The leases end by themselves, and the reaper takes over. */
  function giveUp(batch: readonly Waiting[], error: unknown): void {
    log.error({ err: error, messages: batch.length }, 'attempts were not recorded')
    for (const { resolve } of batch) resolve('not_recorded')
  }

  async function keep(batch: readonly Waiting[], error: unknown): Promise<void> {
    if (!isKeeping) log.warn({ err: error }, 'receipts are kept until the database takes them')
    isKeeping = true
    waiting = [...batch, ...waiting]
    await pause(pauseMs, undefined, { signal: abort }).catch(() => undefined)
  }

  /**
   * One that cannot be recorded must not take the others with it; and one that comes alone may have been the
   * victim of a circle of locks, or of a connection that broke: unrecorded, its message would be sent again.
   * One that is held up, as by somebody who alters a table, is tried after all others.
   */
  async function settleOneByOne(batch: readonly Waiting[]): Promise<void> {
    for (const [index, one] of batch.entries()) {
      try {
        await settle([one])
      } catch (error) {
        if (mayComeBack(error) || mayGoOn(error)) {
          return keep([...batch.slice(index + 1), one], error)
        }
        giveUp([one], error)
      }
    }
  }

  async function settleOrKeep(batch: readonly Waiting[]): Promise<void> {
    try {
      await settle(batch)
    } catch (error) {
      if (mayComeBack(error)) await keep(batch, error)
      else if (abort.aborted) giveUp(batch, error)
      else await settleOneByOne(batch)
    }
  }

  async function drain(): Promise<void> {
    isSettling = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, largestBatch)
      waiting = waiting.slice(largestBatch)
      await settleOrKeep(batch)
    }
    isSettling = false
    isKeeping = false
  }

  return {
    settle: (attempt) =>
      new Promise((resolve) => {
        waiting.push({ attempt, resolve })
        if (!isSettling) void drain()
      }),
    areKept: () => isKeeping,
  }
}
