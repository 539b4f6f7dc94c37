import { hostname } from 'node:os'
import { reapExpiredLeases } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'
import { type DeliverCycle, leaseTime } from './deliver.ts'

/** Takes back what dead workers had in hand, and this one too, unless it is about to say what became of it. */
export const reapCycle = (
  { db, environment, id }: WorkerDependencies,
  { keepsReceipts }: Pick<DeliverCycle, 'keepsReceipts'>,
): Cycle => ({
  name: 'reap',
  everyMs: 5_000,
  wakesOn: [],
  async run() {
    const taken = await reapExpiredLeases(db, {
      jitter: Math.random,
      lease: leaseTime,
      host: hostname(),
      spared: keepsReceipts() ? id : null,
      consoleUrl: environment.HIGHWATER_URL,
    })
    return { taken, more: false }
  },
})
