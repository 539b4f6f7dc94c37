import { catchUpChannels } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

/** Puts in order what has waited for channels that deliver again. */
export const catchUpCycle = ({ db, environment }: WorkerDependencies): Cycle => ({
  name: 'catchUp',
  everyMs: 1_000,
  wakesOn: ['channels'],
  run: () => catchUpChannels(db, { consoleUrl: environment.HIGHWATER_URL }),
})
