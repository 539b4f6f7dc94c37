import { escalateDue } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

/** Tells the next channels of alerts that nobody has acknowledged in time. */
export const escalateCycle = ({ db, environment }: WorkerDependencies): Cycle => ({
  name: 'escalate',
  everyMs: 1_000,
  wakesOn: [],
  run: () => escalateDue(db, { limit: 500, consoleUrl: environment.HIGHWATER_URL }),
})
