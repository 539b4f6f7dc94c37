import { watchChannels } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

const batch = 200

/** Says which channels are down, and when they deliver again. */
export const channelsCycle = ({ db, environment }: WorkerDependencies): Cycle => ({
  name: 'channels',
  everyMs: 1_000,
  wakesOn: ['channels'],
  run: () => watchChannels(db, { limit: batch, consoleUrl: environment.HIGHWATER_URL }),
})
