import type { HttpPort, MailPort } from '../io.ts'
import { createDispatchers } from './dispatchers.ts'
import { type AddressGuard, createGuard, type NetworkPolicy, type Resolve } from './guard.ts'
import { createHttpClient } from './http-client.ts'
import { createMailClient } from './mail-client.ts'

export interface Ports {
  readonly guard: AddressGuard
  readonly http: HttpPort
  readonly mail: MailPort
  /** Ends the connections that are kept open. */
  close(): Promise<void>
}

/**
 * @param resolveHost stands in for the system's resolver, which no test can own
 * @throws AppError `invalid_input` when an allowed network cannot be read
 */
export function createPorts(policy: NetworkPolicy, resolveHost?: Resolve): Ports {
  const guard = createGuard(policy, resolveHost)
  const dispatchers = createDispatchers(guard)
  return {
    guard,
    http: createHttpClient(guard, dispatchers),
    mail: createMailClient(guard),
    close: () => dispatchers.close(),
  }
}
