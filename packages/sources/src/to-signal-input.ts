import { toIso, toSeconds } from '@highwater/core'
import { type Latency, type SignalInput, signalLimits } from '@highwater/core/project'
import type { CollectedSignal } from './collector.ts'

function latencyFields(latency: Latency | null): Partial<SignalInput> {
  if (latency === null) return {}
  return latency.type === 'gauge'
    ? { latencySeconds: toSeconds(latency.behind) }
    : { positionTime: toIso(latency.appliedUpTo) }
}

/** The signal of a collected project as the ingest takes it; `project` is its id or external key. */
export function toSignalInput(project: string, signal: CollectedSignal): SignalInput {
  const { observedAt, latency, state, step, message } = signal
  return {
    project,
    observedAt: toIso(observedAt),
    ...latencyFields(latency),
    ...(state === null ? {} : { state }),
    ...(step === null ? {} : { step }),
    ...(message === null ? {} : { message: message.slice(0, signalLimits.message) }),
  }
}
