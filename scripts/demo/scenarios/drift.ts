import { type Cycle, eventProgress } from './cycle.ts'
import { type QuietOptions, quietLatency } from './quiet.ts'
import type { Scenario } from './reading.ts'

export interface DriftOptions extends QuietOptions, Cycle {
  /** The latency at the top; above the threshold of the project's level it alerts. */
  readonly peakSeconds: number
}

/** The target falls behind slowly and catches up faster than it fell. */
export const drift =
  (options: DriftOptions): Scenario =>
  (moment, seed) => {
    const calm = quietLatency(options, moment, seed)
    const progress = eventProgress(moment.elapsed, options)
    if (progress === null) return { latencySeconds: calm }
    const rise = progress < 0.75 ? progress / 0.75 : (1 - progress) / 0.25
    const latencySeconds = Math.round((calm + options.peakSeconds * rise) * 10) / 10
    return { latencySeconds }
  }
