import type { Thresholds } from '../policy/thresholds.ts'
import type { Instant } from '../time.ts'
import { end } from './end.ts'
import type { ProjectFacts } from './facts.ts'
import type { Finding } from './finding.ts'
import { paceOf } from './flapping.ts'
import { nextRepeat } from './repeat-time.ts'
import type { OpenAlert } from './state.ts'
import type { Transition } from './transition.ts'

/** An open alert whose condition cannot be judged now: it stays, and a repeat that is due is held. */
export function keep(
  alert: OpenAlert,
  finding: Extract<Finding, { is: 'unjudged' }>,
  facts: ProjectFacts,
  thresholds: Thresholds,
  now: Instant,
): Transition[] {
  const of = { condition: alert.condition, alert: alert.id }
  const isStale = finding.reason === 'signal_stale'
  // The good signal that began the recovery lies inside the hold: silence after it takes nothing back.
  if (
    alert.state === 'recovering' &&
    isStale &&
    alert.resolvesAt !== null &&
    alert.resolvesAt <= now
  ) {
    return [end(alert, 'recovered', now)]
  }
  const steps: Transition[] = isStale && !alert.stale ? [{ type: 'stale', ...of }] : []
  const due = alert.state === 'firing' && alert.nextNotifyAt !== null && alert.nextNotifyAt <= now
  if (!due) return steps
  const pace = paceOf(alert, thresholds, facts.calming)
  const nextNotifyAt = nextRepeat(alert.firedAt ?? now, pace, now)
  return [...steps, { type: 'hold_repeat', reason: finding.reason, nextNotifyAt, ...of }]
}
