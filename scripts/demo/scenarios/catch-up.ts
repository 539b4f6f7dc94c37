import { type QuietOptions, quietLatency } from './quiet.ts'
import type { Scenario } from './reading.ts'

export interface CatchUpOptions extends QuietOptions {
  /** How far behind the project is when the demo begins. */
  readonly behindSeconds: number
  /** How long it takes to catch up. */
  readonly lengthSeconds: number
}

/** A new project works off its backlog; before it has caught up, being late is no alert. */
export const catchUp =
  (options: CatchUpOptions): Scenario =>
  (moment, seed) => {
    if (moment.elapsed < 0) return null
    const calm = quietLatency(options, moment, seed)
    const left = Math.max(0, 1 - moment.elapsed / options.lengthSeconds)
    const step = { name: 'incremental', state: left > 0 ? 'running' : 'monitoring' } as const
    return { latencySeconds: Math.round(calm + options.behindSeconds * left), step }
  }
