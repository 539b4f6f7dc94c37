import type { Instant } from '../time.ts'
import { end } from './end.ts'
import { intervalOf, type ProjectFacts } from './facts.ts'
import type { Finding } from './finding.ts'
import { withTurn } from './flapping.ts'
import { recoveryEnd } from './recovery-end.ts'
import type { OpenAlert } from './state.ts'
import type { Transition } from './transition.ts'

/** An open alert whose condition is good: it begins to recover, and is resolved when the hold is over. */
export function settle(
  alert: OpenAlert,
  finding: Extract<Finding, { is: 'good' }>,
  facts: ProjectFacts,
  now: Instant,
): Transition[] {
  const of = { condition: alert.condition, alert: alert.id }
  const fresh: Transition[] = alert.stale ? [{ type: 'fresh', ...of }] : []
  if (alert.state === 'pending') return [end(alert, 'recovered', now)]
  if (alert.state === 'recovering') {
    return alert.resolvesAt !== null && alert.resolvesAt <= now
      ? [...fresh, end(alert, 'recovered', now)]
      : fresh
  }
  const { measure } = finding
  const clear = measure === null || measure.observed <= measure.threshold * facts.calming.clearRatio
  if (!clear) return fresh
  const recoveringSince = facts.observation.lastSignalAt ?? now
  const resolvesAt = recoveryEnd(alert, recoveringSince, intervalOf(facts), facts.calming)
  // Told already, and the hold has passed before anybody looked: an outage of ours ends here.
  if (resolvesAt <= now) return [...fresh, end(alert, 'recovered', now)]
  const turnedAt = withTurn(alert.turnedAt, facts.calming, now)
  const reason = alert.flappingSince === null ? null : 'flapping'
  return [...fresh, { type: 'recover', recoveringSince, resolvesAt, turnedAt, reason, ...of }]
}
