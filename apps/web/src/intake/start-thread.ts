import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { ThreadSettings } from './messages.ts'

/**
 * In MB. A third of the young part is in use, which holds what three batches leave. With less room the
 * collector takes what is under way for long-lived; with more it marks the whole heap without end, for it
 * begins as soon as the old part, here of 15 MB, may grow by less than the young part holds.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 192 }

/** Starts the thread with a heap of its own. */
export function startThread(program: string, settings: ThreadSettings): Worker {
  // What the command line says of sizes is meant for the pages; left set, it would bind this heap too.
  setFlagsFromString('--max-semi-space-size=0')
  setFlagsFromString('--max-old-space-size=0')
  return new Worker(program, { name: 'intake', workerData: settings, execArgv: [], resourceLimits })
}
