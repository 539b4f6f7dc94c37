import { giveUpLate } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

const batch = 1_000

/** Gives up what has waited longer than it is worth sending. */
export const giveUpCycle = ({ db }: WorkerDependencies): Cycle => ({
  name: 'giveUp',
  everyMs: 30_000,
  wakesOn: [],
  async run() {
    const taken = await giveUpLate(db, batch)
    return { taken, more: taken === batch }
  },
})
