import type { Thresholds } from '../../policy/thresholds.ts'
import { latencyAt } from '../../project/observation.ts'
import { isInterrupted } from '../../project/state.ts'
import { earliest, type Instant, latest, type Millis, millis, plus } from '../../time.ts'
import { noSignalTime } from '../calming.ts'
import { intervalOf, type ProjectFacts } from '../facts.ts'
import { type Finding, unjudged } from '../finding.ts'
import { justAfter } from '../just-after.ts'
import { ruledOut } from './ruled-out.ts'

/** When the grace of a resumed project ends; null when it is over or never began. */
function graceEnd(facts: ProjectFacts, threshold: Millis, now: Instant): Instant | null {
  const { resumedAt } = facts.observation
  if (resumedAt === null) return null
  const end = plus(resumedAt, millis(Math.max(threshold, facts.calming.resumeGraceAtLeast)))
  return end > now ? end : null
}

/**
 * A1: running in an incremental step, caught up at least once, latency greater than the threshold.
 * A5: a gauge that has gone stale is not judged; a position grows by itself and always is.
 */
export function findLatency(facts: ProjectFacts, thresholds: Thresholds, now: Instant): Finding {
  const out = ruledOut(facts)
  if (out !== null) return out
  const { latency, latencyObservedAt, lastSignalAt, state, incremental, caughtUpAt } =
    facts.observation
  if (isInterrupted(state)) return unjudged('project_interrupted')
  if (latency === null || latencyObservedAt === null || lastSignalAt === null) {
    return unjudged('nothing_known_yet')
  }
  if (!incremental) return unjudged('not_incremental')

  const isGauge = latency.type === 'gauge'
  const limit = plus(lastSignalAt, noSignalTime(facts.calming, intervalOf(facts)))
  const staleAt = isGauge ? justAfter(limit) : null
  if (staleAt !== null && staleAt <= now) return unjudged('signal_stale')

  const measure = { observed: latencyAt(latency, now), threshold: thresholds.latency }
  const crossing = isGauge ? null : justAfter(plus(latency.appliedUpTo, measure.threshold))
  if (measure.observed <= measure.threshold) {
    return { is: 'good', reason: 'within_threshold', measure, recheckAt: crossing ?? staleAt }
  }
  if (caughtUpAt === null && !facts.alertBeforeCatchUp) return unjudged('catching_up', staleAt)
  const grace = graceEnd(facts, measure.threshold, now)
  if (grace !== null) return unjudged('resume_grace', earliest(grace, staleAt))
  const since = crossing === null ? latencyObservedAt : latest(crossing, caughtUpAt ?? crossing)
  return { is: 'breach', since, measure, recheckAt: staleAt }
}
