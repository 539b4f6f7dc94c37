import { sealAudit } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

/**
 * Ties the audit together every few seconds. The log keeps each checkpoint's name: a log that is
 * shipped elsewhere proves later that nothing before it was lost.
 */
export const sealAuditCycle = ({ db, sealer, log }: WorkerDependencies): Cycle => ({
  name: 'sealAudit',
  everyMs: 10_000,
  wakesOn: [],
  async run() {
    const checkpoint = await sealAudit(db, sealer)
    if (checkpoint === null) return { taken: 0, more: false }
    const { number, seal, entries } = checkpoint
    log.info({ checkpoint: number, seal, entries }, 'sealed the audit')
    return { taken: 1, more: false }
  },
})
