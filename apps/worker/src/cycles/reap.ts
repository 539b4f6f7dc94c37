import { hostname } from 'node:os'
import { reapExpiredLeases } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'
import { leaseTime } from './deliver.ts'

/** Takes back what dead workers had in hand. */
export const reapCycle = ({ db, environment }: WorkerDependencies): Cycle => ({
  name: 'reap',
  everyMs: 5_000,
  wakesOn: [],
  async run() {
    const taken = await reapExpiredLeases(db, {
      jitter: Math.random,
      lease: leaseTime,
      host: hostname(),
      consoleUrl: environment.HIGHWATER_URL,
    })
    return { taken, more: false }
  },
})
