import type { Latency } from '../project/signal.ts'
import { earliest, type Instant, type Millis, plus } from '../time.ts'
import { type Calming, noSignalTime } from './calming.ts'
import { justAfter } from './just-after.ts'

/** What can still be judged of a project that runs, has caught up and has no alerts. */
export interface CalmFacts {
  /** As the signal says that has just come. */
  readonly latency: Latency
  /** Of its latency. */
  readonly threshold: Millis
  readonly interval: Millis | null
  readonly calming: Calming
}

/**
 * When time alone may next move a project that nothing troubles: what `evaluate` answers in that case,
 * found out in a fraction of its time. Null when it is further behind than it may be: ask `evaluate`.
 */
export function calmUntil(
  { latency, threshold, interval, calming }: CalmFacts,
  now: Instant,
): Instant | null {
  const silence = justAfter(plus(now, noSignalTime(calming, interval)))
  if (latency.type === 'gauge') return latency.behind > threshold ? null : silence
  const crossing = justAfter(plus(latency.appliedUpTo, threshold))
  return crossing <= now ? null : earliest(crossing, silence)
}
