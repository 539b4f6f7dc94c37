import { hostname } from 'node:os'
import { channelKinds } from '@highwater/channels/catalog'
import { type ClockVerdict, judgeClock, millis, toSeconds } from '@highwater/core'
import { beat, createMachineSampler, reportHost } from '@highwater/db/queue'
import { readClockOffset } from '../clock-offset.ts'
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
  let said: ClockVerdict = 'right'
  async function compareClocks() {
    const offset = await readClockOffset(db)
    const offsetSeconds = toSeconds(offset)
    metrics.clockOffset.set(offsetSeconds)
    const verdict = judgeClock(offset)
    if (verdict !== said && verdict !== 'right') {
      const level = verdict === 'wrong' ? 'error' : 'warn'
      log[level]({ offsetSeconds }, 'the clocks of this machine and of the database differ')
    }
    said = verdict
    return offset
  }
  return {
    name: 'heartbeat',
    everyMs: 5_000,
    wakesOn: [],
    async run() {
      const clockOffset = await compareClocks()
      await beat(db, { id, host, version, secretKeys: sealer.keyIds, kindsOff, clockOffset })
      const report = { name: host, isOwn: true, figures: await sample(), unlessWithin: millis(0) }
      await reportHost(db.sql, report)
      return { taken: 0, more: false }
    },
  }
}
