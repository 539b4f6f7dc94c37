import type { Instant } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { Database } from '../client/connect.ts'
import type { Sealer } from '../client/secrets.ts'

/** Where a request came from, as far as the audit wants to know. */
export interface RequestOrigin {
  readonly id: string
  readonly ip: string | null
  readonly userAgent: string | null
}

/** Who writes, on what, for which request. */
export interface CommandContext {
  readonly db: Database
  readonly sealer: Sealer
  /** The public address, for the links in messages. */
  readonly consoleUrl: string
  readonly actor: Actor
  /** The actor's name as the audit shows it. */
  readonly actorName: string
  readonly origin: RequestOrigin
}

/** What a change may know beside its facts. */
export interface ChangeContext extends CommandContext {
  readonly now: Instant
}
