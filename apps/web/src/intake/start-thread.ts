import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { ThreadSettings } from './messages.ts'

/**
 * In MB. A batch makes 2 MB of garbage: with less room the collector meets each one twice and takes
 * it for long-lived. The rest is the program: remembered projects lie outside of the heap.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 192 }

/** Starts the thread with a heap of its own. */
export function startThread(program: string, settings: ThreadSettings): Worker {
  // What the command line says of sizes is meant for the pages; left set, it would bind this heap too.
  setFlagsFromString('--max-semi-space-size=0')
  setFlagsFromString('--max-old-space-size=0')
  return new Worker(program, { name: 'intake', workerData: settings, execArgv: [], resourceLimits })
}
