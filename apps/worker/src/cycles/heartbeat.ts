import { hostname } from 'node:os'
import { millis } from '@highwater/core'
import { beat, createMachineSampler, reportHost } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'
import { version } from '../version.ts'

/** Says that this worker lives, and how its machine does: health checks and host alerts rely on it. */
export function heartbeatCycle({ db, id, sealer }: WorkerDependencies): Cycle {
  const sample = createMachineSampler(process.cwd())
  const host = hostname()
  return {
    name: 'heartbeat',
    everyMs: 5_000,
    wakesOn: [],
    async run() {
      await beat(db, { id, host, version, secretKeys: sealer.keyIds })
      const report = { name: host, isOwn: true, figures: await sample(), unlessWithin: millis(0) }
      await reportHost(db.sql, report)
      return { taken: 0, more: false }
    },
  }
}
