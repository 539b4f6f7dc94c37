import { isRunning } from '../../project/state.ts'
import { between, type Instant, plus } from '../../time.ts'
import { noSignalTime } from '../calming.ts'
import { intervalOf, type ProjectFacts } from '../facts.ts'
import { type Finding, inapplicable, unjudged } from '../finding.ts'
import { justAfter } from '../just-after.ts'

const consistent: Finding = {
  is: 'good',
  reason: 'within_threshold',
  measure: null,
  recheckAt: null,
}

/**
 * A4: said to be stopped, failed or releasing while its position still advances. How long it has
 * advanced is measured between two advances, so that the last move of a draining link is none.
 */
export function findStatusInconsistent(facts: ProjectFacts, now: Instant): Finding {
  const { state, advancingSince, advancedAt, lastSignalAt, latencyObservedAt } = facts.observation
  if (state === 'finished') return inapplicable('project_finished', 'project_finished')
  if (lastSignalAt === null || state === 'unknown') return unjudged('nothing_known_yet')
  if (advancingSince === null || advancedAt === null) return consistent
  const staleAt = justAfter(plus(lastSignalAt, noSignalTime(facts.calming, intervalOf(facts))))
  if (staleAt <= now) return unjudged('signal_stale')
  const threshold = facts.calming.inconsistentAfter
  if (isRunning(state)) {
    // Only a position contradicts the stop: believed when nobody has said "stopped" for a while.
    const believedAt = plus(advancedAt, threshold)
    return believedAt <= now ? consistent : unjudged('within_threshold', believedAt)
  }
  const standsStill =
    latencyObservedAt !== null && between(advancedAt, latencyObservedAt) > threshold
  if (standsStill) return consistent
  const measure = { observed: between(advancingSince, advancedAt), threshold }
  return measure.observed > threshold
    ? { is: 'breach', since: advancingSince, measure, recheckAt: staleAt }
    : { is: 'unjudged', reason: 'within_threshold', measure, recheckAt: null }
}
