import type { ErrorCode, InputFault } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { IngestResult } from '@highwater/db/ingest'

/** The body of one call as it came, and who sent it. */
export interface SignalBatch {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly contentType: string | null
  readonly sender: Actor
}

/** What the thread is told: another batch, or (`end`) that there will be none. */
export type ToThread = { readonly id: number; readonly batch: SignalBatch } | 'end'

/** An error as plain data: threads hand one another no classes. */
export type CarriedError =
  | {
      readonly is: 'refusal'
      readonly code: ErrorCode
      readonly message: string
      readonly faults: readonly InputFault[]
    }
  | {
      readonly is: 'failure'
      /** As the driver, the network or PostgreSQL names it; null where nobody has. */
      readonly code: string | null
      readonly message: string
      readonly stack: string
    }

/** What became of a batch. */
export type FromThread =
  | { readonly id: number; readonly result: IngestResult }
  | { readonly id: number; readonly error: CarriedError }

export interface ThreadSettings {
  readonly databaseUrl: string
}
