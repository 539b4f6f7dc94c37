import { createPorts } from '@highwater/channels/send'
import type { Millis, WorkerId } from '@highwater/core'
import { createSealer } from '@highwater/db/client'
import { claimNotifications, evaluateDue } from '@highwater/db/queue'
import type { FreshDatabase } from '@highwater/db/testing'
import { readEnvironment } from '@highwater/environment'
import { pino } from 'pino'
import { catchUpCycle } from '../src/cycles/catch-up.ts'
import { channelsCycle } from '../src/cycles/channels.ts'
import { deliverCycle, leaseTime } from '../src/cycles/deliver.ts'
import { digestCycle } from '../src/cycles/digest.ts'
import { reapCycle } from '../src/cycles/reap.ts'
import { createMetrics } from '../src/metrics.ts'
import { networkPolicyOf } from '../src/network-policy.ts'
import { workerSecret } from './worker-process.ts'

/**
 * Evaluates, judges and sends in this process, round by round, so that an hour takes a second.
 * @param secret its HIGHWATER_SECRET; the one that the stage's channel is sealed with unless told
 */
export function hireCrew(fresh: FreshDatabase, secret = workerSecret) {
  const environment = readEnvironment(
    {
      DATABASE_URL: fresh.url,
      HIGHWATER_SECRET: secret,
      HIGHWATER_ALLOWED_NETWORKS: '127.0.0.0/8',
    },
    'worker',
  )
  const ports = createPorts(networkPolicyOf(environment))
  const dependencies = {
    id: 'crew' as WorkerId,
    db: fresh.db,
    sealer: createSealer(environment.HIGHWATER_SECRET),
    ports,
    environment,
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    abort: new AbortController().signal,
  }
  const deliver = deliverCycle(dependencies)
  const others = [
    ...[channelsCycle, digestCycle, catchUpCycle].map((cycle) => cycle(dependencies)),
    reapCycle(dependencies, deliver),
  ]
  const judge = () =>
    evaluateDue(fresh.db, {
      limit: 1_000,
      consoleUrl: environment.HIGHWATER_URL,
      onDefect: (_project, error) => {
        throw error
      },
    })

  /** Works until nothing is due any more. */
  async function work(): Promise<void> {
    await judge()
    for (;;) {
      let taken = 0
      for (const cycle of others) taken += (await cycle.run()).taken
      const sent = (await deliver.run()).taken
      await deliver.drained()
      if (taken + sent === 0) return
    }
  }

  return {
    sealer: dependencies.sealer,
    judge,
    work,
    /** Time passes, and then everything that is due is done. */
    async after(length: Millis): Promise<void> {
      await fresh.clock.advance(length)
      await work()
    },
    /** A worker takes what is due and dies before it has said what became of it. */
    async die(): Promise<number> {
      const { claimed } = await claimNotifications(fresh.db, {
        worker: 'dead',
        limit: 100,
        perChannel: 50,
        busyChannels: [],
        lease: leaseTime,
        rulesOf: () => [],
        consoleUrl: environment.HIGHWATER_URL,
      })
      return claimed.length
    },
    leave: () => ports.close(),
  }
}
