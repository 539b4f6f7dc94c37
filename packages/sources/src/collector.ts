import type { NetworkPolicy } from '@highwater/channels/network'
import type { Instant, Millis } from '@highwater/core'
import type { Latency, ProjectKind, ProjectState, StepState } from '@highwater/core/project'
import type { CollectFailure } from './failure.ts'

export interface CollectTarget<Config = unknown, Secrets = unknown> {
  readonly config: Config
  readonly secrets: Secrets
  /** What the last successful collection of this source returned as `memory`; absent at the first. */
  readonly memory?: unknown
}

export interface CollectIo {
  /** The product's clock: the database's, carried forward. */
  now(): Instant
  readonly signal: AbortSignal
  readonly network: NetworkPolicy
}

export interface CollectedSignal {
  readonly observedAt: Instant
  /** Null when the source cannot tell; never zero for want of a value. */
  readonly latency: Latency | null
  readonly state: ProjectState | null
  readonly step: { readonly name: string; readonly state: StepState } | null
  readonly message: string | null
}

export interface CollectedProject {
  /** Stable through renames and moves of the source, at most 200 characters. */
  readonly externalKey: string
  readonly name: string
  readonly kind: ProjectKind
  readonly source: { readonly type: string }
  /** Null when the source cannot know who reads from it. */
  readonly target: { readonly type: string } | null
  readonly signal: CollectedSignal
}

export type CollectResult =
  | {
      readonly ok: true
      /** Complete: what was here at the last collection and is missing now no longer exists. */
      readonly observations: readonly CollectedProject[]
      /** How far the source's clock is ahead of ours, half a round trip exact (S3). */
      readonly clockAhead: Millis | null
      /** JSON to hand to the next collection; losing it costs precision, never truth. */
      readonly memory: unknown
    }
  | {
      readonly ok: false
      readonly reason: CollectFailure
      /** For the operator: what was wrong and what to do; redacted, at most 500 characters. */
      readonly message: string
    }

/** Reads a source once. Returns, never throws; a throw is a bug of ours. */
export type Collector<Config, Secrets> = (
  target: CollectTarget<Config, Secrets>,
  io: CollectIo,
) => Promise<CollectResult>
