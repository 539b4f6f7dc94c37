import { rollUpHour } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

/** Rolls each closed hour of signals up into the history that outlives them. */
export const rollUpCycle = ({ db }: WorkerDependencies): Cycle => ({
  name: 'rollUp',
  everyMs: 60_000,
  wakesOn: [],
  async run() {
    const report = await rollUpHour(db)
    return { taken: report?.projects ?? 0, more: report?.more ?? false }
  },
})
