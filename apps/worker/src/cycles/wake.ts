import { wakeHeld } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

/** Tells, when the hours of a subscription begin, what was held back outside them. */
export const wakeCycle = ({ db, environment }: WorkerDependencies): Cycle => ({
  name: 'wake',
  everyMs: 1_000,
  wakesOn: [],
  run: () => wakeHeld(db, { limit: 500, consoleUrl: environment.HIGHWATER_URL }),
})
