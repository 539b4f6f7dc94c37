import { between, type Instant, plus } from '../../time.ts'
import type { ProjectFacts } from '../facts.ts'
import type { Finding } from '../finding.ts'
import { justAfter } from '../just-after.ts'
import { ruledOut } from './ruled-out.ts'

/** A2: a pause is no interruption, but one of half a day may be past recovery and deserves a word. */
export function findPausedTooLong(facts: ProjectFacts, now: Instant): Finding {
  const { state, pausedSince } = facts.observation
  if (state !== 'paused' || pausedSince === null) {
    return (
      ruledOut(facts) ?? { is: 'good', reason: 'within_threshold', measure: null, recheckAt: null }
    )
  }
  const threshold = facts.calming.pausedTooLongAfter
  const measure = { observed: between(pausedSince, now), threshold }
  const limit = plus(pausedSince, threshold)
  return measure.observed > threshold
    ? { is: 'breach', since: limit, measure, recheckAt: null }
    : { is: 'good', reason: 'within_threshold', measure, recheckAt: justAfter(limit) }
}
