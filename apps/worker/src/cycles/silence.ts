import { holdUnsent, remindOfEnds, settleReleased, turnSilences } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

/** At most this many in one transaction, so that none holds its locks for long. */
const batch = 200

/** Begins and ends silences and maintenance windows, and tells at once what still fires after one. */
export const silenceCycle = ({ db, environment }: WorkerDependencies): Cycle => ({
  name: 'silence',
  everyMs: 1_000,
  wakesOn: ['silences'],
  async run() {
    const consoleUrl = environment.HIGHWATER_URL
    const held = await holdUnsent(db, { consoleUrl })
    const turned = await turnSilences(db, batch)
    const reminded = await remindOfEnds(db)
    const settled = await settleReleased(db, { limit: batch, consoleUrl })
    return {
      taken: held + turned.taken + reminded + settled.taken,
      more: turned.more || settled.more,
      figures: { held, settled: settled.taken },
    }
  },
})
