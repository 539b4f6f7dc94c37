import type { Thresholds } from '../../policy/thresholds.ts'
import { isInterrupted, isRunning } from '../../project/state.ts'
import { between, type Instant, plus } from '../../time.ts'
import type { ProjectFacts } from '../facts.ts'
import { type Finding, unjudged } from '../finding.ts'
import { justAfter } from '../just-after.ts'
import { ruledOut } from './ruled-out.ts'

/** A2: fires at `since + threshold`, counted from the first failed state, with or without further signals. */
export function findInterruption(
  facts: ProjectFacts,
  thresholds: Thresholds,
  now: Instant,
): Finding {
  const out = ruledOut(facts)
  if (out !== null) return out
  const { state, interruptedSince } = facts.observation
  if (isRunning(state)) {
    return { is: 'good', reason: 'within_threshold', measure: null, recheckAt: null }
  }
  if (!isInterrupted(state) || interruptedSince === null) return unjudged('nothing_known_yet')
  const threshold = thresholds.interruption
  const measure = { observed: between(interruptedSince, now), threshold }
  if (measure.observed > threshold) {
    return { is: 'breach', since: interruptedSince, measure, recheckAt: null }
  }
  // Still stopped, so this is not good news for an alert that waits to be resolved.
  const recheckAt = justAfter(plus(interruptedSince, threshold))
  return { is: 'unjudged', reason: 'within_threshold', measure, recheckAt }
}
