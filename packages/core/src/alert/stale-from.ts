import type { Observation } from '../project/observation.ts'
import { type Instant, type Millis, millis, plus } from '../time.ts'
import { type Calming, noSignalTime } from './calming.ts'
import { justAfter } from './just-after.ts'

type Heard = Pick<Observation, 'latency' | 'latencyHeardAt' | 'latencyGap' | 'lastSignalAt'>

/**
 * When a gauge turns stale (A5): other signals do not keep it fresh. Where latencies come more rarely
 * than signals, they may stay out for three times what lay between the last two. Null of a position.
 */
export function staleFrom(
  { latency, latencyHeardAt, latencyGap, lastSignalAt }: Heard,
  interval: Millis | null,
  calming: Pick<Calming, 'noSignalAtLeast' | 'noSignalUnknownInterval'>,
): Instant | null {
  const heardAt = latencyHeardAt ?? lastSignalAt
  if (latency?.type !== 'gauge' || heardAt === null) return null
  const allowed = millis(Math.max(noSignalTime(calming, interval), 3 * (latencyGap ?? 0)))
  return justAfter(plus(heardAt, allowed))
}
