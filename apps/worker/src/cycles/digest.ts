import { sendDueDigests } from '@highwater/db/queue'
import type { Cycle } from '../cycle.ts'
import type { WorkerDependencies } from '../dependencies.ts'

/** Sends the digests whose time has come: of storms, and of what went beyond a receive limit. */
export const digestCycle = ({ db, environment }: WorkerDependencies): Cycle => ({
  name: 'digest',
  everyMs: 1_000,
  wakesOn: [],
  run: () => sendDueDigests(db, { limit: 50, consoleUrl: environment.HIGHWATER_URL }),
})
