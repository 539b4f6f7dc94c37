import {
  between,
  earliest,
  type Instant,
  latest,
  type Millis,
  plus,
  seconds,
} from '@highwater/core'
import { evaluate, eventOf, type ProjectFacts, type Transition } from '@highwater/core/alert'
import { thresholdsFor } from '@highwater/core/policy'
import {
  asWatched,
  isWatched,
  type WatchDecision,
  watchedAgainSince,
} from '@highwater/core/project'
import { type AlertRow, toOpenAlert, toRecentlyEnded } from '../alert-row.ts'
import type { PolicyInForce } from '../current-policy.ts'
import { toObservation } from '../observation-row.ts'
import { openingAlert } from '../opening-alert.ts'
import { applyTransition } from './apply-transition.ts'
import type { DueProject } from './due-projects.ts'

/** One transition together with the alert as it is afterwards. */
export interface Move {
  readonly project: DueProject
  readonly transition: Transition
  readonly before: AlertRow | null
  readonly after: AlertRow
}

export interface Judgement {
  readonly project: DueProject
  readonly moves: readonly Move[]
  readonly dueAt: Instant | null
}

type Opening = Extract<Transition, { type: 'fire' | 'pend' }>

function newAlert(project: DueProject, transition: Opening, policy: PolicyInForce): AlertRow {
  const event = eventOf(transition.condition, project.kind)
  const { observed, threshold } = transition.measure
  return openingAlert({
    project_id: project.id,
    department_id: project.department_id,
    subject: project.name,
    event,
    condition: transition.condition,
    level: project.level,
    since: transition.since,
    detail: project.message,
    policy_version: policy.version,
    now: policy.now,
    observed,
    threshold,
  })
}

export const decisionOf = (project: DueProject): WatchDecision => ({
  pausedAt: project.watch_paused_at,
  pausedUntil: project.watch_paused_until,
  resumedAt: project.watch_resumed_at,
})

const latestOf = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? (a ?? b) : latest(a, b)

/** The facts by which a project is judged, with what is remembered of its alerts. */
export function factsOf(
  project: DueProject,
  alerts: readonly AlertRow[],
  policy: PolicyInForce,
): ProjectFacts {
  const decision = decisionOf(project)
  const observation = asWatched(toObservation(project), decision, policy.now)
  const expected = project.expected_interval_seconds
  return {
    level: project.level,
    thresholds: thresholdsFor(policy.settings, project.level, project.kind),
    calming: policy.calming,
    // A deleted project is out of the question, whatever it was doing.
    observation:
      project.deleted_at === null ? observation : { ...observation, state: 'released' as const },
    expectedInterval: expected === null ? null : seconds(expected),
    alertBeforeCatchUp: project.alert_before_catch_up,
    sourceDown: project.source_down,
    sourceOff: project.source_off,
    isWatched: isWatched(decision, policy.now),
    // While nobody watched, its silence said nothing.
    listeningSince: latestOf(project.listening_since, watchedAgainSince(decision, policy.now)),
    open: alerts.flatMap((row) => toOpenAlert(row) ?? []),
    dismissed: alerts.flatMap((row) =>
      row.condition !== null && row.dismissed_until !== null
        ? [
            {
              id: row.id,
              condition: row.condition,
              until: row.dismissed_until,
              level: row.level,
            },
          ]
        : [],
    ),
    ended: alerts.flatMap((row) => toRecentlyEnded(row) ?? []),
  }
}

/**
 * How much later than it should have been an alert is found, where that is long enough to be told:
 * nobody looked when it was time, or not since the breach began.
 */
function lateness({ due_at }: DueProject, opening: Opening, policy: PolicyInForce): Millis | null {
  const { condition, since, measure } = opening
  // An interruption counts from its first moment and is allowed to last.
  const soonest = condition === 'interruption' ? plus(since, measure.threshold) : since
  const late = between(latest(due_at, soonest), policy.now)
  return late > seconds(policy.parameters.evaluationGapSeconds) ? late : null
}

/** Nobody looked when it was time. */
export const isOverdue = ({ due_at }: DueProject, { now, parameters }: PolicyInForce): boolean =>
  between(due_at, now) > seconds(parameters.evaluationGapSeconds)

/** The rules know a released project; that it was deleted from here is the truer word. */
const named = (transition: Transition, project: DueProject): Transition =>
  transition.type === 'close' && project.deleted_at !== null
    ? { ...transition, reason: 'project_deleted' }
    : transition

/** Judges one due project: its moves with the alerts they lead to, and when to look again. */
export function judge(
  project: DueProject,
  alerts: readonly AlertRow[],
  policy: PolicyInForce,
): Judgement {
  const evaluation = evaluate(factsOf(project, alerts, policy), policy.now)
  const current = new Map(alerts.map((row) => [row.id, row]))
  const context = {
    now: policy.now,
    level: project.level,
    policyVersion: policy.version,
    detail: project.message,
  }
  const moves = evaluation.transitions.map((decided): Move => {
    const transition = named(decided, project)
    const existing =
      'alert' in transition && transition.alert !== null ? current.get(transition.alert) : undefined
    const opening = transition.type === 'fire' || transition.type === 'pend' ? transition : null
    const before = existing ?? null
    const base = existing ?? (opening ? newAlert(project, opening, policy) : undefined)
    if (!base) throw new Error(`A ${transition.type} names an alert that is not loaded.`)
    const moved = applyTransition(base, transition, context)
    const after =
      transition.type === 'fire'
        ? { ...moved, detected_late_ms: lateness(project, transition, policy) }
        : moved
    current.set(after.id, after)
    return { project, transition, before, after }
  })
  const decision = decisionOf(project)
  const watchedAgainAt = isWatched(decision, policy.now) ? null : decision.pausedUntil
  return { project, moves, dueAt: earliest(evaluation.dueAt, watchedAgainAt) }
}
