import type { Instant, Millis } from '@highwater/core'
import type { Latency } from '@highwater/core/project'

/** The two columns of which a latency fills one: a position, or a gauge. */
export function latencyOf(latencyMs: Millis | null, positionAt: Instant | null): Latency | null {
  if (positionAt !== null) return { type: 'position', appliedUpTo: positionAt }
  return latencyMs === null ? null : { type: 'gauge', behind: latencyMs }
}
