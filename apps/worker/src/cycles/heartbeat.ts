import { hostname } from 'node:os'
import { channelKinds } from '@highwater/channels/catalog'
import { millis } from '@highwater/core'
import { beat, createMachineSampler, reportHost } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'
import { version } from '../version.ts'

/** The kinds of channel for which the operator has not set what they need. */
const kindsOffIn = (environment: object): string[] => {
  const set = new Map(Object.entries(environment))
  return channelKinds.flatMap(({ kind, operatorVariable }) =>
    operatorVariable !== undefined && set.get(operatorVariable) === undefined ? [kind] : [],
  )
}

/** Says that this worker lives, and how its machine does: health checks and host alerts rely on it. */
export function heartbeatCycle({ db, id, sealer, environment }: WorkerDependencies): Cycle {
  const kindsOff = kindsOffIn(environment)
  const sample = createMachineSampler(process.cwd())
  const host = hostname()
  return {
    name: 'heartbeat',
    everyMs: 5_000,
    wakesOn: [],
    async run() {
      await beat(db, { id, host, version, secretKeys: sealer.keyIds, kindsOff })
      const report = { name: host, isOwn: true, figures: await sample(), unlessWithin: millis(0) }
      await reportHost(db.sql, report)
      return { taken: 0, more: false }
    },
  }
}
