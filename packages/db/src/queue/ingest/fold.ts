import { earliest, type Instant, seconds } from '@highwater/core'
import { defaultCalming, evaluate } from '@highwater/core/alert'
import { catchUpLatency, thresholdsFor } from '@highwater/core/policy'
import { type Observation, observe, type Signal } from '@highwater/core/project'
import type { PolicyInForce } from '../current-policy.ts'
import { toObservation } from '../observation-row.ts'
import type { KnownProject } from './known-projects.ts'

export type SignalOrigin = 'pushed' | 'collected'

/** One project of a batch while its signals are folded in, one after another. */
export interface Folding {
  readonly project: KnownProject
  observation: Observation
  watermark: Instant | null
  clockAhead: number | null
  moved: boolean
}

export const startFolding = (project: KnownProject, origin: SignalOrigin): Folding => ({
  project,
  observation: toObservation(project),
  watermark: origin === 'pushed' ? project.pushed_watermark : project.collected_watermark,
  clockAhead: null,
  moved: false,
})

/** Folds one signal in; false when it is at or before the newest accepted one and moves nothing. */
export function fold(folding: Folding, signal: Signal, policy: PolicyInForce): boolean {
  const { project, watermark } = folding
  if (watermark !== null && signal.observedAt <= watermark) return false
  const caughtUp = catchUpLatency(policy.settings, project.level, project.kind)
  folding.observation = observe(folding.observation, signal, watermark, caughtUp)
  folding.watermark = signal.observedAt
  folding.clockAhead = signal.ahead
  folding.moved = true
  return true
}

/**
 * When the project must be looked at next. The stored time may be too early (that costs one look)
 * but never too late, so a quiet signal leaves it alone and the row keeps its cheap update.
 */
export function nextLook(folding: Folding, policy: PolicyInForce): Instant | null {
  const { project, observation } = folding
  if (project.open_alerts > 0) return policy.now
  const expected = project.expected_interval_seconds
  const { transitions, dueAt } = evaluate(
    {
      level: project.level,
      thresholds: thresholdsFor(policy.settings, project.level, project.kind),
      calming: defaultCalming,
      observation,
      expectedInterval: expected === null ? null : seconds(expected),
      alertBeforeCatchUp: project.alert_before_catch_up,
      sourceDown: false,
      open: [],
      recovered: [],
    },
    policy.now,
  )
  return transitions.length > 0 ? policy.now : earliest(project.due_at, dueAt)
}

/** Whether a signal brought nothing but a newer figure: then few columns have to be written. */
export function isQuiet(
  { project, observation, clockAhead }: Folding,
  dueAt: Instant | null,
): boolean {
  return (
    dueAt === project.due_at &&
    clockAhead === null &&
    project.clock_ahead_ms === null &&
    observation.state === project.state &&
    observation.incremental === project.incremental &&
    observation.step === project.step &&
    observation.message === project.message &&
    observation.caughtUpAt === project.caught_up_at &&
    observation.interruptedSince === project.interrupted_since &&
    observation.pausedSince === project.paused_since &&
    observation.resumedAt === project.resumed_at
  )
}
