import { type Cycle, eventProgress } from './cycle.ts'
import { type QuietOptions, quietLatency } from './quiet.ts'
import type { Scenario } from './reading.ts'

/** Somebody pauses the project for a change and resumes it: no reason for an alert. */
export const pause =
  (options: QuietOptions & Cycle): Scenario =>
  (moment, seed) =>
    eventProgress(moment.elapsed, options) === null
      ? { state: 'running', latencySeconds: quietLatency(options, moment, seed) }
      : { state: 'paused', message: 'Paused for the release of the order service' }
