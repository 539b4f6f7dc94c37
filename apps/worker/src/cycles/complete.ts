import { completeAlerts } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

const batch = 1_000

/** Files away the alerts that were told, closed and have not come back. */
export const completeCycle = ({ db }: WorkerDependencies): Cycle => ({
  name: 'complete',
  everyMs: 60_000,
  wakesOn: [],
  async run() {
    const taken = await completeAlerts(db, batch)
    return { taken, more: taken === batch }
  },
})
