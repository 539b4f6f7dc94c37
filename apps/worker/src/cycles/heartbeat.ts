import { hostname } from 'node:os'
import { beat, keepOpen, openBeat } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'
import { version } from '../version.ts'

/** Says that this worker lives and collects: health checks, the system page and the rules rely on it. */
export const heartbeatCycle = ({ db, id }: WorkerDependencies): Cycle => ({
  name: 'heartbeat',
  everyMs: openBeat,
  wakesOn: [],
  async run() {
    await beat(db, { id, host: hostname(), version })
    await keepOpen(db, 'collected')
    return { taken: 0, more: false }
  },
})
