import { between, type Instant, type Millis, millis, minutes, seconds } from '../time.ts'
import type { SignalInput } from './signal-schema.ts'
import { type ProjectState, projectStateOf } from './state.ts'
import { isIncrementalStep } from './step.ts'

/** How far ahead of the database's clock an observation may be (S3; `api.md`, clock rules). */
export const clockTolerance = { clamp: seconds(5), flag: minutes(60) } as const

/** Latency as its source measured it: a gauge ages, a position grows truthfully by itself (A5). */
export type Latency =
  | { readonly type: 'gauge'; readonly behind: Millis }
  | { readonly type: 'position'; readonly appliedUpTo: Instant }

/** An accepted observation: times clamped, meaning extracted. */
export interface Signal {
  readonly observedAt: Instant
  readonly receivedAt: Instant
  /** How far ahead of our clock the source was, where that is worth a flag. */
  readonly ahead: Millis | null
  readonly latency: Latency | null
  /** The state it gives the project; null when it says nothing of the state. */
  readonly state: ProjectState | null
  /** The step in which the project is; latency alone means an incremental one. */
  readonly step: { readonly name: string | null; readonly incremental: boolean } | null
  readonly message: string | null
}

export type NormalizedSignal =
  | { readonly accepted: true; readonly signal: Signal }
  | { readonly accepted: false; readonly code: 'future'; readonly message: string }

/** How far behind a gauge of so many seconds is. */
export const behindBySeconds = (latencySeconds: number): Millis =>
  millis(Math.round(latencySeconds * 1_000))

/** A position ahead of our clock is taken as now: otherwise one bad sample would hide every lag until then. */
export const appliedUpToAtMost = (appliedUpTo: number, now: Instant): Instant =>
  Math.min(appliedUpTo, now) as Instant

export function statedLatency(input: SignalInput, now: Instant): Latency | null {
  const { latencySeconds, positionTime } = input
  if (latencySeconds !== undefined)
    return { type: 'gauge', behind: behindBySeconds(latencySeconds) }
  if (positionTime === undefined) return null
  return { type: 'position', appliedUpTo: appliedUpToAtMost(Date.parse(positionTime), now) }
}

/**
 * Turns a parsed signal into an observation at `now` (the receipt): up to 5 s ahead is clamped,
 * up to 60 min is clamped and flagged, more is refused with the measured skew.
 */
export function normalizeSignal(input: SignalInput, now: Instant): NormalizedSignal {
  const stated = Date.parse(input.observedAt) as Instant
  const ahead = between(now, stated)
  if (ahead > clockTolerance.flag) {
    return {
      accepted: false,
      code: 'future',
      message: `observedAt is ${Math.round(ahead / 1_000)} s ahead of this server's clock; more than 3600 s is refused. Check the clock of the sender.`,
    }
  }
  const latency = statedLatency(input, now)
  const state = input.state ?? (input.step ? projectStateOf(input.step.state) : null)
  const step = input.step
    ? { name: input.step.name, incremental: latency !== null || isIncrementalStep(input.step.name) }
    : latency
      ? { name: null, incremental: true }
      : null
  return {
    accepted: true,
    signal: {
      observedAt: Math.min(stated, now) as Instant,
      receivedAt: now,
      ahead: ahead > clockTolerance.clamp ? ahead : null,
      latency,
      state,
      step,
      message: input.message ?? null,
    },
  }
}
