import { cutOffChannels, readQuotas, sendPastQuota, watchChannels } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

const batch = 200

/** Says which channels are down, and when they deliver again; hands on what exceeds a monthly quota. */
export const channelsCycle = ({ db, environment, metrics }: WorkerDependencies): Cycle => ({
  name: 'channels',
  everyMs: 1_000,
  wakesOn: ['channels'],
  async run() {
    const report = await watchChannels(db, { limit: batch, consoleUrl: environment.HIGHWATER_URL })
    metrics.channelCutOff.reset()
    for (const channel of await cutOffChannels(db)) metrics.channelCutOff.set({ channel }, 1)
    const quotas = await readQuotas(db)
    metrics.channelQuota.reset()
    metrics.channelSentThisMonth.reset()
    for (const { channel, quota, sent } of quotas) {
      metrics.channelQuota.set({ channel }, quota)
      metrics.channelSentThisMonth.set({ channel }, sent)
    }
    if (quotas.every(({ quota, sent }) => sent < quota)) return report
    const handedOn = await sendPastQuota(db, batch)
    return { taken: report.taken + handedOn.taken, more: report.more || handedOn.more }
  },
})
