import { type Instant, plus } from '../time.ts'
import type { ChannelVerdict } from './channel-verdict.ts'
import { retryDelay } from './retry.ts'

/** How a channel has been failing. While `openedAt` is set it gets one probe at a time. */
export interface Breaker {
  /** In a row. */
  readonly failures: number
  readonly failingSince: Instant | null
  readonly openedAt: Instant | null
  /** How many probes have failed since it opened. */
  readonly probes: number
  /** No probe before then; null while it is closed. */
  readonly probeAt: Instant | null
}

export const closedBreaker: Breaker = {
  failures: 0,
  failingSince: null,
  openedAt: null,
  probes: 0,
  probeAt: null,
}

export interface BreakerRules {
  readonly now: Instant
  /** So many failures in a row open it. */
  readonly opensAfter: number
  /** In [0, 1): where in its rung the next probe falls. */
  readonly jitter: number
}

/**
 * The breaker after an attempt that was claimed at `claimedAt` (C11). Probes are spaced like the
 * retries of one message; what was under way when it opened is no probe and moves none.
 */
export function afterVerdict(
  breaker: Breaker,
  verdict: ChannelVerdict,
  claimedAt: Instant,
  { now, opensAfter, jitter }: BreakerRules,
): Breaker {
  if (verdict === 'works') return closedBreaker
  const failed = verdict === 'fails'
  const failures = breaker.failures + (failed ? 1 : 0)
  const failingSince = failed ? (breaker.failingSince ?? now) : breaker.failingSince
  if (breaker.openedAt === null) {
    const counted = { ...breaker, failures, failingSince }
    return failed && failures >= opensAfter
      ? { ...counted, openedAt: now, probeAt: plus(now, retryDelay(1, jitter)) }
      : counted
  }
  if (claimedAt < breaker.openedAt) return { ...breaker, failures, failingSince }
  const probes = breaker.probes + (failed ? 1 : 0)
  return {
    ...breaker,
    failures,
    failingSince,
    probes,
    probeAt: plus(now, retryDelay(probes + 1, jitter)),
  }
}
