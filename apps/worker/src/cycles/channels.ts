import { cutOffChannels, watchChannels } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

const batch = 200

/** Says which channels are down, and when they deliver again. */
export const channelsCycle = ({ db, environment, metrics }: WorkerDependencies): Cycle => ({
  name: 'channels',
  everyMs: 1_000,
  wakesOn: ['channels'],
  async run() {
    const report = await watchChannels(db, { limit: batch, consoleUrl: environment.HIGHWATER_URL })
    metrics.channelCutOff.reset()
    for (const channel of await cutOffChannels(db)) metrics.channelCutOff.set({ channel }, 1)
    return report
  },
})
