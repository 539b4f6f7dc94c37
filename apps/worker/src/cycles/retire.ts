import { retireAudit, retireHistory, retireSignals } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

/** Drops the days of history that are past keeping and makes room for the days to come. */
export const retireCycle = ({ db, sealer }: WorkerDependencies): Cycle => ({
  name: 'retire',
  everyMs: 10 * 60_000,
  wakesOn: [],
  async run() {
    const taken = (await retireSignals(db)) + (await retireHistory(db))
    return { taken: taken + (await retireAudit(db, sealer)), more: false }
  },
})
