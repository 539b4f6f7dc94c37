import { isStricter } from '../policy/level.ts'
import { hours, type Instant } from '../time.ts'
import type { Condition } from './event.ts'
import type { ProjectFacts } from './facts.ts'
import type { DismissedAlert } from './state.ts'
import { noTransitions, type Transition } from './transition.ts'

/** A breach that a person closed and that never ends is told again after this long. */
export const dismissedAtMost = hours(24)

const dismissalOf = (condition: Condition, facts: ProjectFacts): DismissedAlert | undefined =>
  facts.dismissed.length === 0
    ? undefined
    : facts.dismissed.find((alert) => alert.condition === condition)

/** Until when a person wants to hear no more of this condition's breach; null where nobody said so. */
export const dismissedUntil = (condition: Condition, facts: ProjectFacts): Instant | null =>
  dismissalOf(condition, facts)?.until ?? null

export function isDismissed(condition: Condition, facts: ProjectFacts, now: Instant): boolean {
  const dismissed = dismissalOf(condition, facts)
  if (dismissed === undefined || dismissed.until <= now) return false
  // A raised level breaks through, as through an acknowledgement.
  return !isStricter(facts.level, dismissed.level)
}

/** The dismissal, if there is one, is over. */
export function forgetDismissal(condition: Condition, facts: ProjectFacts): readonly Transition[] {
  const dismissed = dismissalOf(condition, facts)
  return dismissed === undefined
    ? noTransitions
    : [{ type: 'forget', condition, alert: dismissed.id }]
}
