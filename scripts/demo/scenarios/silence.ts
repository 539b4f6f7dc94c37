import { type Cycle, eventProgress } from './cycle.ts'
import { type QuietOptions, quietLatency } from './quiet.ts'
import type { Scenario } from './reading.ts'

/** The collector's machine dies: nothing is wrong in what it says, it says nothing. */
export const silence =
  (options: QuietOptions & Cycle): Scenario =>
  (moment, seed) =>
    eventProgress(moment.elapsed, options) === null
      ? { latencySeconds: quietLatency(options, moment, seed) }
      : null
