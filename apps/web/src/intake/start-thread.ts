import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { ThreadSettings } from './messages.ts'

/**
 * In MB. The collector marks the whole heap as soon as the old part may grow by less than the young part
 * may hold, and the old part of 15 MB may grow by a third: a larger young part has it marked without end.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 192 }

/** Starts the thread with a heap of its own. */
export function startThread(program: string, settings: ThreadSettings): Worker {
  // What the command line says of sizes is meant for the pages; left set, it would bind this heap too.
  setFlagsFromString('--max-semi-space-size=0')
  setFlagsFromString('--max-old-space-size=0')
  return new Worker(program, { name: 'intake', workerData: settings, execArgv: [], resourceLimits })
}
