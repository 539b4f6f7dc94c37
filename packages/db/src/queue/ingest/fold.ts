import { earliest, type Instant } from '@highwater/core'
import { evaluate } from '@highwater/core/alert'
import { catchUpLatency, thresholdsFor } from '@highwater/core/policy'
import { type Observation, observe, type Signal, type StepState } from '@highwater/core/project'
import type { PolicyInForce } from '../current-policy.ts'
import type { KnownProject } from './known-projects.ts'
import { type StepSaid, type StepTurn, stepTurn } from './note-step.ts'
import type { HistoryRow } from './write-history.ts'

export type SignalOrigin = 'pushed' | 'collected'

/** One project of a batch while its signals are folded in, one after another. */
export interface Folding {
  readonly project: KnownProject
  readonly origin: SignalOrigin
  observation: Observation
  stepState: StepState | null
  /** The steps that turned, in the order in which they did. */
  turns: readonly StepTurn[]
  watermark: Instant | null
  moved: boolean
  /** What of it goes into the history. */
  readonly rows: HistoryRow[]
}

const noTurns: readonly StepTurn[] = []

export const startFolding = (project: KnownProject, origin: SignalOrigin): Folding => ({
  project,
  origin,
  observation: project.observation,
  stepState: project.stepState,
  turns: noTurns,
  watermark: origin === 'pushed' ? project.pushedWatermark : project.collectedWatermark,
  moved: false,
  rows: [],
})

/** Folds one signal in; false when it is at or before the newest accepted one and moves nothing. */
export function fold(
  folding: Folding,
  signal: Signal,
  step: StepSaid | undefined,
  policy: PolicyInForce,
): boolean {
  const { project, watermark, observation: before } = folding
  if (watermark !== null && signal.observedAt <= watermark) return false
  const caughtUp = catchUpLatency(policy.settings, project.level, project.kind)
  folding.observation = observe(before, signal, watermark, caughtUp)
  const turn = stepTurn(step, folding.stepState, before, folding.observation, signal.observedAt)
  if (turn !== null) {
    folding.turns = [...folding.turns, turn]
    folding.stepState = turn.state
  }
  folding.watermark = signal.observedAt
  folding.moved = true
  return true
}

/**
 * When the project must be looked at next. The stored time may be too early (that costs one look)
 * but never too late, so a quiet signal leaves it alone, or puts it off late (`putOff`), and the row
 * keeps its cheap update.
 */
export function nextLook({ project, observation }: Folding, policy: PolicyInForce): Instant | null {
  if (project.openAlerts > 0) return policy.now
  if (!project.isWatched) return project.dueAt
  const { transitions, dueAt } = evaluate(
    {
      level: project.level,
      thresholds: thresholdsFor(policy.settings, project.level, project.kind),
      calming: policy.calming,
      observation,
      expectedInterval: project.expectedInterval,
      alertBeforeCatchUp: project.alertBeforeCatchUp,
      sourceDown: false,
      open: [],
      ended: [],
      isWatched: project.isWatched,
      listeningSince: null,
      dismissed: [],
    },
    policy.now,
  )
  return transitions.length > 0 ? policy.now : earliest(project.dueAt, dueAt)
}

/** Whether a signal brought nothing but a newer figure: then few columns have to be written. */
export function isQuiet({ project, observation, turns }: Folding, dueAt: Instant | null): boolean {
  const before = project.observation
  return (
    turns === noTurns &&
    dueAt === project.dueAt &&
    observation.state === before.state &&
    observation.incremental === before.incremental &&
    observation.step === before.step &&
    observation.message === before.message &&
    observation.latencyHeardAt === before.latencyHeardAt &&
    observation.latencyGap === before.latencyGap &&
    observation.caughtUpAt === before.caughtUpAt &&
    observation.interruptedSince === before.interruptedSince &&
    observation.pausedSince === before.pausedSince &&
    observation.resumedAt === before.resumedAt &&
    observation.advancingSince === before.advancingSince &&
    observation.advancedAt === before.advancedAt &&
    observation.clockAhead === before.clockAhead &&
    observation.clockMarks === before.clockMarks
  )
}

/** The project as it is once the folding has been written. */
export const afterWriting = (
  { project, origin, observation, stepState, watermark }: Folding,
  dueAt: Instant | null,
): KnownProject => ({
  ...project,
  observation,
  stepState,
  pushedWatermark: origin === 'pushed' ? watermark : project.pushedWatermark,
  collectedWatermark: origin === 'collected' ? watermark : project.collectedWatermark,
  dueAt,
  version: project.version + 1,
})
