import type { OutcomeKind } from '@highwater/core/delivery'
import type { Metrics } from './metrics.ts'

type Series = ReturnType<Metrics['attempts']['labels']>
type Durations = ReturnType<Metrics['attemptSeconds']['labels']>

/** Counts attempts at sending. A series is looked up by its labels once and not for each of them. */
export function countAttempts({ attempts, attemptSeconds }: Metrics) {
  const series = new Map<string, Series>()
  const durations = new Map<string, Durations>()

  function seriesOf(kind: string, outcome: OutcomeKind): Series {
    const key = `${kind} ${outcome}`
    const found = series.get(key) ?? attempts.labels({ kind, outcome })
    series.set(key, found)
    return found
  }

  function durationsOf(kind: string): Durations {
    const found = durations.get(kind) ?? attemptSeconds.labels({ kind })
    durations.set(kind, found)
    return found
  }

  return (kind: string, outcome: OutcomeKind, durationMs: number): void => {
    seriesOf(kind, outcome).inc()
    durationsOf(kind).observe(durationMs / 1_000)
  }
}
