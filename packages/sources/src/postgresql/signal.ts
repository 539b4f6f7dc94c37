import { type Instant, millis } from '@highwater/core'
import type { Latency, ProjectState, StepState } from '@highwater/core/project'
import type { CollectedSignal } from '../collector.ts'

/** A gauge of what is known to be applied; null when nothing is proven. Times: one server's clock. */
export function behind(readAt: number, upTo: number | null): Latency | null {
  if (upTo === null) return null
  return { type: 'gauge', behind: millis(Math.max(0, Math.round(readAt - upTo))) }
}

export const caughtUp: Latency = { type: 'gauge', behind: millis(0) }

function stepState(state: ProjectState): StepState {
  switch (state) {
    case 'running':
    case 'monitoring':
      return state
    case 'interrupted':
    case 'failed':
      return 'failed'
    case 'paused':
      return 'suspended'
    case 'finished':
    case 'released':
      return 'finished'
    case 'unknown':
      return 'unknown'
  }
}

export type Finding = {
  readonly state: ProjectState
  readonly step?: 'full' | 'incremental'
  readonly latency: Latency | null
  readonly message: string
}

export function signalOf(finding: Finding, observedAt: Instant): CollectedSignal {
  const { state, step = 'incremental', latency, message } = finding
  return { observedAt, latency, state, step: { name: step, state: stepState(state) }, message }
}
