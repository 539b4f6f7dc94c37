import type { Thresholds } from '../policy/thresholds.ts'
import { between, type Instant, plus } from '../time.ts'
import type { Condition } from './event.ts'
import type { ProjectFacts } from './facts.ts'
import type { Finding } from './finding.ts'
import type { Transition } from './transition.ts'

export type Breach = Extract<Finding, { is: 'breach' }>

/** Nothing is open for the condition and it is in breach: fire, reopen, or wait for the pending time. */
export function begin(
  condition: Condition,
  facts: ProjectFacts,
  thresholds: Thresholds,
  breach: Breach,
  now: Instant,
): Transition {
  const { since, measure } = breach
  const { pendingFor, reopenWithin } = facts.calming
  const reopenable = facts.recovered.find(
    (alert) => alert.condition === condition && between(alert.closedAt, now) <= reopenWithin,
  )
  const firesAt = plus(since, pendingFor)
  if (!reopenable && firesAt > now) return { type: 'pend', condition, since, measure, firesAt }
  return {
    type: 'fire',
    condition,
    alert: reopenable?.id ?? null,
    reopened: reopenable !== undefined,
    since,
    measure,
    nextNotifyAt: plus(now, thresholds.frequency),
  }
}
