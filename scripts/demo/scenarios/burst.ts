import { type Cycle, eventProgress } from './cycle.ts'
import { type QuietOptions, quietLatency } from './quiet.ts'
import type { Scenario } from './reading.ts'

export interface BurstOptions extends QuietOptions, Cycle {
  readonly peakSeconds: number
  /** What its connector says meanwhile. */
  readonly message: string
}

/** A batch job writes millions of rows at once: the latency jumps and is worked off. */
export const burst =
  (options: BurstOptions): Scenario =>
  (moment, seed) => {
    const calm = quietLatency(options, moment, seed)
    const progress = eventProgress(moment.elapsed, options)
    if (progress === null) return { latencySeconds: calm }
    const left = (1 - progress) ** 2
    return {
      latencySeconds: Math.round((calm + options.peakSeconds * left) * 10) / 10,
      message: options.message,
    }
  }
