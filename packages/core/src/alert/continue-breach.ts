import type { Thresholds } from '../policy/thresholds.ts'
import { type Instant, plus } from '../time.ts'
import { advanceFiring } from './advance-firing.ts'
import type { Breach } from './begin.ts'
import type { ProjectFacts } from './facts.ts'
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
    const nextNotifyAt = plus(now, thresholds.frequency)
    return [
      { type: 'fire', condition, alert: alert.id, reopened: false, since, measure, nextNotifyAt },
    ]
  }
  const steps: Transition[] = []
  if (alert.stale) steps.push({ type: 'fresh', condition, alert: alert.id })
  if (alert.state === 'recovering') {
    steps.push({ type: 'relapse', condition, alert: alert.id, measure })
  }
  const next = advanceFiring(alert, facts.level, thresholds, measure, now)
  return next === null ? steps : [...steps, next]
}
