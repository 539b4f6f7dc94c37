/** What an attempt passes on its way to the receiver, in this order. */
export const traceSteps = [
  'settings',
  'address',
  'connection',
  'encryption',
  'sending',
  'verdict',
] as const
export type TraceStepName = (typeof traceSteps)[number]

/** A step that was passed. Steps that an attempt has no need of, such as encryption, are left out. */
export interface TraceStep {
  readonly step: TraceStepName
  /** Milliseconds since the attempt began. */
  readonly atMs: number
  /** Milliseconds since the step before it. */
  readonly tookMs: number
  /** What was found: the address, the proxy, the protocol, the status. Never a secret. */
  readonly found: string | null
}

/** How an attempt went, step by step: what "Test connection" shows. */
export interface AttemptTrace {
  readonly steps: readonly TraceStep[]
  /** The proxy as `host:port` through which it went; null for a direct connection. */
  readonly proxy: string | null
  /** How far the receiver's clock is ahead of ours, by its Date header; null where it sent none. */
  readonly clockOffsetMs: number | null
}
