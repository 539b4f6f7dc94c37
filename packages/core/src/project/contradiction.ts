import { between, type Instant, type Millis, seconds } from '../time.ts'
import type { Observation } from './observation.ts'
import type { Signal } from './signal.ts'
import { isStopped } from './state.ts'

/** Since when, and when last, the position was seen to move although the project was said to be stopped. */
export type Contradiction = Pick<Observation, 'advancingSince' | 'advancedAt'>

const none: Contradiction = { advancingSince: null, advancedAt: null }

/** A stop that is said again this soon after a position contradicted it is still the same stop. */
const shortWhile = (interval: Millis | null): number => Math.max(seconds(60), 3 * (interval ?? 0))

function hasAdvanced(before: Observation, { latency }: Signal): boolean {
  return (
    latency?.type === 'position' &&
    before.latency?.type === 'position' &&
    latency.appliedUpTo > before.latency.appliedUpTo
  )
}

/**
 * Only positions prove that data moves: a gauge beside a stop may be the last one measured. A bare
 * position makes a stopped project run (`api.md`), so sources that say "stopped" and send positions
 * in turn are told apart from one that resumed by how soon "stopped" is said again.
 */
export function contradictionAfter(before: Observation, signal: Signal): Contradiction {
  const { advancingSince, advancedAt } = before
  const kept: Contradiction = { advancingSince, advancedAt }
  const seen = (): Contradiction =>
    hasAdvanced(before, signal)
      ? { advancingSince: advancingSince ?? signal.observedAt, advancedAt: signal.observedAt }
      : kept
  if (signal.state === 'unknown') return kept
  if (signal.state !== null && !isStopped(signal.state)) return none
  if (isStopped(before.state)) return seen()
  if (signal.state === null || advancedAt === null) return kept
  const since: Instant = advancedAt
  return between(since, signal.observedAt) <= shortWhile(before.usualInterval) ? seen() : none
}
