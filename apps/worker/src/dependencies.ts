import type { MemoryPort, Ports, ScriptPort } from '@highwater/channels/send'
import type { WorkerId } from '@highwater/core'
import type { Database, Sealer } from '@highwater/db/client'
import type { Logger } from 'pino'
import type { WorkerEnvironment } from './environment.ts'
import type { Metrics } from './metrics.ts'

/** Everything the cycles work with. */
export interface WorkerDependencies {
  readonly id: WorkerId
  readonly db: Database
  readonly sealer: Sealer
  readonly ports: Ports
  /** Absent where the operator has named no folder of scripts. */
  readonly scripts?: ScriptPort | undefined
  /** What senders remember, the same for all workers; absent for this process alone. */
  readonly memory?: MemoryPort | undefined
  readonly environment: WorkerEnvironment
  readonly log: Logger
  readonly metrics: Metrics
  /** Aborts when the worker has to end at once, sends in flight included. */
  readonly abort: AbortSignal
}
