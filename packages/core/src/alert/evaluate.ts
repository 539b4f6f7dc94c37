import type { AlertId } from '../ids.ts'
import { earliest, type Instant } from '../time.ts'
import { applyToAlert, openingOf } from './apply.ts'
import { dismissedUntil, isDismissed } from './dismissal.ts'
import { conditionDueAt } from './due.ts'
import { type Condition, conditions } from './event.ts'
import { openOf, type ProjectFacts } from './facts.ts'
import { find } from './find.ts'
import type { Finding } from './finding.ts'
import type { OpenAlert } from './state.ts'
import { step } from './step.ts'
import type { Transition } from './transition.ts'

export interface Evaluation {
  readonly transitions: readonly Transition[]
  /** What was found per condition: the answer to "why is there no alert?". */
  readonly findings: Readonly<Record<Condition, Finding>>
  /** When to look again if no signal arrives; strictly after `now`, or null for never. */
  readonly dueAt: Instant | null
}

/** Nobody sees it: a new alert gets its name where it is kept. */
const unnamed = '' as AlertId

/** The alert of a condition after its transitions, as far as it moves by itself. */
function alertAfter(
  facts: ProjectFacts,
  condition: Condition,
  steps: readonly Transition[],
  now: Instant,
): OpenAlert | null {
  const open = openOf(condition, facts) ?? null
  if (steps.length === 0) return open
  return steps.reduce<OpenAlert | null>((alert, transition) => {
    const opens =
      transition.type === 'fire' || transition.type === 'pend' || transition.type === 'reinstate'
    const base =
      alert ?? (opens ? openingOf(unnamed, { since: now, ...transition }, facts.level) : null)
    return base && applyToAlert(base, transition, facts.level, now)
  }, open)
}

/**
 * Holds one project against its protection level at `now`: the product's rules A1–A3 and A5–A8.
 * Pure: the same facts at the same instant always give the same answer.
 */
export function evaluate(facts: ProjectFacts, now: Instant): Evaluation {
  const transitions: Transition[] = []
  const findings = {} as Record<Condition, Finding>
  let dueAt: Instant | null = null
  for (const condition of conditions) {
    const finding = find(condition, facts, now)
    const steps = step(condition, facts, finding, now)
    const after = alertAfter(facts, condition, steps, now)
    dueAt = earliest(dueAt, conditionDueAt(after, finding, facts, now))
    if (finding.is === 'breach' && isDismissed(condition, facts, now)) {
      dueAt = earliest(dueAt, dismissedUntil(condition, facts))
    }
    findings[condition] = finding
    if (steps.length > 0) transitions.push(...steps)
  }
  return { transitions, findings, dueAt }
}
