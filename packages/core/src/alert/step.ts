import { assertNever } from '../assert-never.ts'
import type { Instant } from '../time.ts'
import { begin } from './begin.ts'
import { continueBreach } from './continue-breach.ts'
import { forgetDismissal, isDismissed } from './dismissal.ts'
import { end, endedByEdit } from './end.ts'
import type { Condition } from './event.ts'
import { openOf, type ProjectFacts } from './facts.ts'
import type { Finding } from './finding.ts'
import { keep } from './keep.ts'
import { settle } from './settle.ts'
import { noTransitions, type Transition } from './transition.ts'

/** What happens to one condition of a project, given what was found and what is open. */
export function step(
  condition: Condition,
  facts: ProjectFacts,
  finding: Finding,
  now: Instant,
): readonly Transition[] {
  const { thresholds } = facts
  const alert = openOf(condition, facts)
  if (thresholds === null || finding.is === 'inapplicable') {
    const reason = finding.is === 'inapplicable' ? finding.close : 'protection_removed'
    return alert === undefined ? forgetDismissal(condition, facts) : [end(alert, reason, now)]
  }
  if (alert === undefined) {
    if (finding.is === 'unjudged') return noTransitions
    if (finding.is === 'good') return forgetDismissal(condition, facts)
    if (isDismissed(condition, facts, now)) return noTransitions
    return [...forgetDismissal(condition, facts), begin(condition, facts, thresholds, finding, now)]
  }
  const edit = endedByEdit(alert, finding, facts)
  if (edit !== null) return [end(alert, edit, now)]
  switch (finding.is) {
    case 'breach':
      return continueBreach(alert, facts, thresholds, finding, now)
    case 'good':
      return settle(alert, finding, facts, now)
    case 'unjudged':
      return keep(alert, finding, facts, thresholds, now)
    default:
      return assertNever(finding)
  }
}
