import { hostname } from 'node:os'
import { channelKinds } from '@highwater/channels/catalog'
import { millis } from '@highwater/core'
import { beat, createMachineSampler, reportHost } from '@highwater/db/queue'
import { isWorthSaying, readClockOffset } from '../clock-offset.ts'
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
export function heartbeatCycle(dependencies: WorkerDependencies): Cycle {
  const { db, id, sealer, environment, log, metrics } = dependencies
  const kindsOff = kindsOffIn(environment)
  const sample = createMachineSampler(process.cwd())
  const host = hostname()
  let clocksDiffer = false
  async function compareClocks() {
    const offsetSeconds = await readClockOffset(db)
    metrics.clockOffset.set(offsetSeconds)
    const differ = isWorthSaying(offsetSeconds)
    if (differ && !clocksDiffer) {
      log.warn({ offsetSeconds }, 'the clocks of this machine and of the database differ')
    }
    clocksDiffer = differ
  }
  return {
    name: 'heartbeat',
    everyMs: 5_000,
    wakesOn: [],
    async run() {
      await beat(db, { id, host, version, secretKeys: sealer.keyIds, kindsOff })
      const report = { name: host, isOwn: true, figures: await sample(), unlessWithin: millis(0) }
      await reportHost(db.sql, report)
      await compareClocks()
      return { taken: 0, more: false }
    },
  }
}
