import type { Thresholds } from '../policy/thresholds.ts'
import { type Instant, plus } from '../time.ts'
import { advanceFiring } from './advance-firing.ts'
import type { Breach } from './begin.ts'
import type { ProjectFacts } from './facts.ts'
import { withTurn } from './flapping.ts'
import type { OpenAlert } from './state.ts'
import type { Transition } from './transition.ts'

/** An open alert whose condition is in breach: a pending one may fire, a recovering one relapses. */
export function continueBreach(
  alert: OpenAlert,
  facts: ProjectFacts,
  thresholds: Thresholds,
  breach: Breach,
  now: Instant,
): Transition[] {
  const { condition } = alert
  const { measure, since } = breach
  if (alert.state === 'pending') {
    if (alert.firesAt !== null && alert.firesAt > now) return []
    return [
      {
        type: 'fire',
        condition,
        alert: alert.id,
        reopened: false,
        since,
        measure,
        nextNotifyAt: plus(now, thresholds.frequency),
        turnedAt: [],
        flapping: false,
      },
    ]
  }
  const steps: Transition[] = []
  if (alert.stale) steps.push({ type: 'fresh', condition, alert: alert.id })
  const hasTurned = alert.state === 'recovering'
  const turnedAt = hasTurned ? withTurn(alert.turnedAt, facts.calming, now) : alert.turnedAt
  if (hasTurned) {
    const reason = alert.flappingSince === null ? null : 'flapping'
    steps.push({ type: 'relapse', condition, alert: alert.id, measure, turnedAt, reason })
  }
  const next = advanceFiring({ ...alert, turnedAt }, hasTurned, facts, thresholds, measure, now)
  return [...steps, ...next]
}
