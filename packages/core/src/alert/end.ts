import type { CloseReason } from '../notify/message.ts'
import { between, type Instant } from '../time.ts'
import type { ProjectFacts } from './facts.ts'
import type { Finding } from './finding.ts'
import type { OpenAlert } from './state.ts'
import type { Transition } from './transition.ts'

/** Only these have a limit that people edit; that of silence follows the project's own pace. */
const hasEditedLimit = (alert: OpenAlert): boolean =>
  alert.condition === 'latency' || alert.condition === 'interruption'

/**
 * The measure exceeds the limit under which the alert fired, but not today's: an edit ended it, not
 * a recovery. One that is recovering already goes on to be resolved.
 */
export function endedByEdit(
  alert: OpenAlert,
  finding: Finding,
  facts: ProjectFacts,
): CloseReason | null {
  if (!hasEditedLimit(alert) || alert.state === 'recovering') return null
  if (finding.is === 'breach' || finding.is === 'inapplicable') return null
  if (finding.measure === null) return null
  const { observed, threshold } = finding.measure
  if (observed > threshold || observed <= alert.threshold) return null
  return alert.level === facts.level ? 'policy_changed' : 'level_changed'
}

/** Ends an alert; a pending one, of which nobody heard, is dropped in silence. */
export function end(alert: OpenAlert, reason: CloseReason, now: Instant): Transition {
  const of = { condition: alert.condition, alert: alert.id }
  return alert.state === 'pending'
    ? { type: 'drop', reason, ...of }
    : { type: 'close', reason, lasted: between(alert.firedAt ?? alert.since, now), ...of }
}
