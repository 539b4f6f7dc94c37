import { watchHosts } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

const batch = 200

/** Holds hosts whose time has come against their limits. */
export const hostsCycle = ({ db, environment }: WorkerDependencies): Cycle => ({
  name: 'hosts',
  everyMs: 1_000,
  wakesOn: ['hosts'],
  run: () => watchHosts(db, { limit: batch, consoleUrl: environment.HIGHWATER_URL }),
})
