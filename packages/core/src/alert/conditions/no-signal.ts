import { isInterrupted } from '../../project/state.ts'
import { between, type Instant, latest, plus } from '../../time.ts'
import { noSignalTime } from '../calming.ts'
import { intervalOf, type ProjectFacts } from '../facts.ts'
import { type Finding, unjudged } from '../finding.ts'
import { justAfter } from '../just-after.ts'
import { ruledOut } from './ruled-out.ts'

/**
 * A3: a project that reported and then fell silent. Not judged while its collector is down, nor while
 * it is interrupted: somebody is being told already, and a stopped project has nothing to report.
 */
export function findNoSignal(facts: ProjectFacts, now: Instant): Finding {
  const out = ruledOut(facts)
  if (out !== null) return out
  const { lastSignalAt, state } = facts.observation
  if (lastSignalAt === null) return unjudged('nothing_known_yet')
  if (facts.sourceDown) return unjudged('source_down')
  if (isInterrupted(state)) return unjudged('project_interrupted')
  const threshold = noSignalTime(facts.calming, intervalOf(facts))
  // While nobody could hear it, its silence says nothing.
  const silentSince = latest(lastSignalAt, facts.listeningSince ?? lastSignalAt)
  const measure = { observed: between(silentSince, now), threshold }
  const limit = plus(silentSince, threshold)
  if (measure.observed <= threshold && silentSince > lastSignalAt) {
    return unjudged('not_listening', justAfter(limit))
  }
  return measure.observed > threshold
    ? { is: 'breach', since: limit, measure, recheckAt: null }
    : { is: 'good', reason: 'within_threshold', measure, recheckAt: justAfter(limit) }
}
