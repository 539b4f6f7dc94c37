import type { Latency } from '@highwater/core/project'

/** What of a latency goes into the column `latency_ms`. */
export const gaugeOf = (latency: Latency | null): number | null =>
  latency?.type === 'gauge' ? latency.behind : null

/** What of a latency goes into the column `position_at`. */
export const positionOf = (latency: Latency | null): number | null =>
  latency?.type === 'position' ? latency.appliedUpTo : null
