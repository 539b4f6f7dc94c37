import { countSecretsByKey, resealSecrets } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

/** Of each place in one transaction, so that no row is locked for long. */
const portion = 50

/** Brings every secret under the newest key after HIGHWATER_SECRET has been rotated. */
export const resealCycle = ({ db, sealer, metrics, log }: WorkerDependencies): Cycle => ({
  name: 'reseal',
  everyMs: 5_000,
  wakesOn: [],
  async run() {
    const { resealed, unopened, more } = await resealSecrets(db, sealer, portion)
    const counts = await countSecretsByKey(db)
    metrics.sealedSecrets.reset()
    for (const [key, count] of counts) metrics.sealedSecrets.set({ key }, count)
    if (resealed > 0) log.info({ resealed, key: sealer.keyIds[0] }, 'sealed secrets again')
    if (unopened > 0) log.warn({ unopened }, 'secrets are not sealed with the key they name')
    return { taken: resealed, more, figures: { unopened } }
  },
})
