import type { Thresholds } from '../../policy/thresholds.ts'
import { latencyAt } from '../../project/observation.ts'
import { isInterrupted } from '../../project/state.ts'
import { earliest, type Instant, latest, type Millis, millis, plus } from '../../time.ts'
import { intervalOf, type ProjectFacts } from '../facts.ts'
import { type Finding, unjudged } from '../finding.ts'
import { justAfter } from '../just-after.ts'
import { staleFrom } from '../stale-from.ts'
import { ruledOut } from './ruled-out.ts'

/** The grace in which a project that resumes may be behind; null where it never paused. */
function graceOf({ observation, calming }: ProjectFacts, threshold: Millis) {
  const { resumedAt } = observation
  if (resumedAt === null) return null
  const end = plus(resumedAt, millis(Math.max(threshold, calming.resumeGraceAtLeast)))
  return { resumedAt, end }
}

/** A8: what was behind already during the grace counts as in breach since the project resumed. */
function breachSince(
  { observation }: ProjectFacts,
  observedAt: Instant,
  crossing: Instant | null,
  grace: ReturnType<typeof graceOf>,
): Instant {
  if (crossing === null) {
    return grace !== null && observedAt < grace.end ? grace.resumedAt : observedAt
  }
  return latest(crossing, observation.caughtUpAt ?? crossing, grace?.resumedAt ?? crossing)
}

/**
 * A1: running in an incremental step, caught up at least once, latency greater than the threshold.
 * A5: a gauge that has gone stale is not judged; a position grows by itself and is, unless its collector
 * was switched off: then it grows because nobody looks.
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
  if (!isGauge && facts.sourceOff === true) return unjudged('source_down')
  const staleAt = staleFrom(facts.observation, intervalOf(facts), facts.calming)
  if (staleAt !== null && staleAt <= now) return unjudged('signal_stale')

  const measure = { observed: latencyAt(latency, now), threshold: thresholds.latency }
  const crossing = isGauge ? null : justAfter(plus(latency.appliedUpTo, measure.threshold))
  if (measure.observed <= measure.threshold) {
    return { is: 'good', reason: 'within_threshold', measure, recheckAt: crossing ?? staleAt }
  }
  if (caughtUpAt === null && !facts.alertBeforeCatchUp) return unjudged('catching_up', staleAt)
  const grace = graceOf(facts, measure.threshold)
  if (grace !== null && grace.end > now) {
    return unjudged('resume_grace', earliest(grace.end, staleAt))
  }
  const since = breachSince(facts, latencyObservedAt, crossing, grace)
  return { is: 'breach', since, measure, recheckAt: staleAt }
}
