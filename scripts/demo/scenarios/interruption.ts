import { type Cycle, eventProgress, repetition } from './cycle.ts'
import { type QuietOptions, quietLatency } from './quiet.ts'
import type { Scenario } from './reading.ts'

export interface InterruptionOptions extends QuietOptions, Cycle {
  readonly state: 'interrupted' | 'failed'
  /** One per repetition, in turn. */
  readonly messages: readonly [string, ...string[]]
}

/** The replication breaks with an error and is mended after a while. */
export const interruption =
  (options: InterruptionOptions): Scenario =>
  (moment, seed) => {
    const progress = eventProgress(moment.elapsed, options)
    if (progress === null) {
      return { state: 'running', latencySeconds: quietLatency(options, moment, seed) }
    }
    const count = repetition(moment.elapsed, options)
    const message = options.messages[count % options.messages.length] ?? options.messages[0]
    return { state: options.state, message }
  }
