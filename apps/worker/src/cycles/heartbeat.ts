import { hostname } from 'node:os'
import { beat } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'
import { version } from '../version.ts'

/** Says that this worker lives: health checks and the system page rely on it. */
export const heartbeatCycle = ({ db, id }: WorkerDependencies): Cycle => ({
  name: 'heartbeat',
  everyMs: 5_000,
  wakesOn: [],
  async run() {
    await beat(db, { id, host: hostname(), version })
    return { taken: 0, more: false }
  },
})
