import type { CommandContext, RequestOrigin } from '@highwater/db/commands'
import type { Caller } from './auth/identify.ts'
import type { Services } from './services.ts'

/** Who writes, on what, for which request. */
export const commandContext = (
  { db, sealer, environment }: Pick<Services, 'db' | 'sealer' | 'environment'>,
  { actor, name }: Caller,
  origin: RequestOrigin,
): CommandContext => ({
  db,
  sealer,
  consoleUrl: environment.HIGHWATER_URL,
  actor,
  actorName: name,
  origin,
})
