import { isPersistentlyAhead } from '../../project/clock-marks.ts'
import type { ProjectFacts } from '../facts.ts'
import { type Finding, unjudged } from '../finding.ts'
import { ruledOut } from './ruled-out.ts'

/** S3: three of the last five signals came from the future, and by more than is overlooked. */
export function findClockSkew(facts: ProjectFacts): Finding {
  const out = ruledOut(facts)
  if (out !== null) return out
  const { clockMarks, clockAhead, lastSignalAt } = facts.observation
  if (lastSignalAt === null) return unjudged('nothing_known_yet')
  const threshold = facts.calming.clockSkew
  if (clockAhead === null || clockAhead <= threshold || !isPersistentlyAhead(clockMarks)) {
    return { is: 'good', reason: 'within_threshold', measure: null, recheckAt: null }
  }
  return {
    is: 'breach',
    since: lastSignalAt,
    measure: { observed: clockAhead, threshold },
    recheckAt: null,
  }
}
