import type { AlertId, Instant, Millis, ProjectId } from '@highwater/core'
import {
  type AlertEvent,
  type Condition,
  evaluate,
  eventOf,
  type ProjectFacts,
  type Transition,
} from '@highwater/core/alert'
import type { ProtectionLevel } from '@highwater/core/policy'
import { latencyAt } from '@highwater/core/project'
import { shortIdOf } from '../alert/item.ts'
import type { WonderedProject } from './wondered-projects.ts'

/** An alert that would close at once, or open at once. */
export interface ImpactItem {
  /** Null for one that is not open yet. */
  readonly alert: AlertId | null
  readonly shortId: string | null
  readonly project: { readonly id: ProjectId; readonly name: string }
  readonly event: AlertEvent
  readonly level: ProtectionLevel
  readonly observedSeconds: number | null
  /** The limit that would hold; null under "No Protection". */
  readonly thresholdSeconds: number | null
}

export interface ImpactList {
  readonly count: number
  /** The first of them. */
  readonly items: readonly ImpactItem[]
}

export interface Impact {
  readonly wouldClose: ImpactList
  readonly wouldOpen: ImpactList
}

/** So many are named; a list that nobody can read to its end is no better than a number. */
export const mostNamed = 100

export const noImpact: Impact = {
  wouldClose: { count: 0, items: [] },
  wouldOpen: { count: 0, items: [] },
}

const isOpening = (transition: Transition): boolean =>
  transition.type === 'fire' || transition.type === 'reinstate'

/** What an evaluation now does under the proposal and would not do without it. */
function differences({ before, after }: WonderedProject, now: Instant): Transition[] {
  const asItIs = evaluate(before, now).transitions
  const has = (transition: Transition) =>
    asItIs.some(
      (other) => other.type === transition.type && other.condition === transition.condition,
    )
  return evaluate(after, now).transitions.filter((transition) => !has(transition))
}

const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1_000)

/** How far off it is by now: an alert keeps the figure of which people were told last. */
function presentFigure(facts: ProjectFacts, condition: Condition, now: Instant): Millis | null {
  const { latency } = facts.observation
  if (condition === 'latency' && latency !== null) return latencyAt(latency, now)
  const finding = evaluate(facts, now).findings[condition]
  return finding.is === 'inapplicable' ? null : (finding.measure?.observed ?? null)
}

function closing(wondered: WonderedProject, transition: Transition, now: Instant): ImpactItem[] {
  if (transition.type !== 'close') return []
  const alert = wondered.alerts.find((row) => row.id === transition.alert)
  if (alert === undefined) return []
  const { project, before, after } = wondered
  const { condition } = transition
  const hasLimit = condition === 'latency' || condition === 'interruption'
  return [
    {
      alert: alert.id,
      shortId: alert.number === null ? null : shortIdOf(alert.number),
      project: { id: project.id, name: project.name },
      event: alert.event,
      level: after.level,
      observedSeconds: seconds(presentFigure(before, condition, now) ?? alert.observed_ms),
      thresholdSeconds: seconds((hasLimit && after.thresholds?.[condition]) || null),
    },
  ]
}

function opening({ project, after }: WonderedProject, transition: Transition): ImpactItem[] {
  if (!isOpening(transition) || !('measure' in transition)) return []
  return [
    {
      alert: null,
      shortId: null,
      project: { id: project.id, name: project.name },
      event: eventOf(transition.condition, project.kind),
      level: after.level,
      observedSeconds: seconds(transition.measure.observed),
      thresholdSeconds: seconds(transition.measure.threshold),
    },
  ]
}

const extend = ({ count, items }: ImpactList, more: readonly ImpactItem[]): ImpactList => ({
  count: count + more.length,
  items: items.length < mostNamed ? [...items, ...more].slice(0, mostNamed) : items,
})

/** Adds what a proposal would do right now to the alerts of these projects. */
export function addImpact(
  impact: Impact,
  projects: readonly WonderedProject[],
  now: Instant,
): Impact {
  const closes: ImpactItem[] = []
  const opens: ImpactItem[] = []
  for (const project of projects) {
    for (const transition of differences(project, now)) {
      closes.push(...closing(project, transition, now))
      opens.push(...opening(project, transition))
    }
  }
  return {
    wouldClose: extend(impact.wouldClose, closes),
    wouldOpen: extend(impact.wouldOpen, opens),
  }
}
