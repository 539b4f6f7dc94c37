import type { CommandContext } from '@highwater/db/commands'
import { type Caller, identifyBrowser } from './auth/identify.ts'
import { commandContext } from './command-context.ts'
import { requestOrigin } from './request-origin.ts'
import type { Services } from './services.ts'

/** What a procedure knows of its request. */
export interface TrpcContext {
  readonly services: Services
  readonly headers: Headers
  readonly caller: Caller
  readonly command: CommandContext
}

export async function createTrpcContext(
  headers: Headers,
  services: Services,
  requestId: string,
): Promise<TrpcContext> {
  const caller = await identifyBrowser(headers, services)
  const command = commandContext(services, caller, requestOrigin(headers, requestId))
  return { services, headers, caller, command }
}
