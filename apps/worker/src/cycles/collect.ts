import { hostname } from 'node:os'
import { instant } from '@highwater/core'
import { claimSource, recordCollection } from '@highwater/db/queue'
import { isSourceKind } from '@highwater/sources/catalog'
import { type CollectResult, collect } from '@highwater/sources/collect'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'
import { collectorPolicyOf } from '../network-policy.ts'

/** Longer than the longest collection. */
const leaseSeconds = 30

/** Asks the sources whose turn it is, one after another; several workers share them. */
export function collectCycle(dependencies: WorkerDependencies): Cycle {
  const { id, db, sealer, environment, abort } = dependencies
  const network = collectorPolicyOf(environment)
  const consoleUrl = environment.HIGHWATER_URL
  const claiming = { leaseSeconds, worker: id, host: hostname(), consoleUrl }
  return {
    name: 'collect',
    everyMs: 1_000,
    wakesOn: ['collect'],
    async run() {
      const source = await claimSource(db, claiming)
      if (source === null) return { taken: 0, more: false }
      const startedAt = performance.now()
      const now = () => instant(source.claimedAt + (performance.now() - startedAt))
      const result: CollectResult = isSourceKind(source.kind)
        ? await collect(
            source.kind,
            {
              config: source.config,
              secrets: sealer.open(source.sealedSecrets),
              memory: source.memory,
            },
            { now, signal: abort, network },
          )
        : {
            ok: false,
            reason: 'invalid-settings',
            message: `This version has no source kind "${source.kind}".`,
          }
      await recordCollection(db, source, result, environment.HIGHWATER_URL)
      return { taken: 1, more: true, figures: { ok: result.ok ? 1 : 0 } }
    },
  }
}
