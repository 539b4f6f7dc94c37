import type { AttemptWatch, HttpPort, MailPort } from '../io.ts'
import { createDispatchers } from './dispatchers.ts'
import { type AddressGuard, createGuard, type NetworkPolicy, type Resolve } from './guard.ts'
import { createHttpClient } from './http-client.ts'
import { createMailClient } from './mail-client.ts'
import { watchedGuard } from './watched.ts'

export interface Ports {
  readonly guard: AddressGuard
  readonly http: HttpPort
  readonly mail: MailPort
  /** Ends the connections that are kept open. */
  close(): Promise<void>
}

/**
 * @param resolveHost stands in for the system's resolver, which no test can own
 * @param watch hears how every attempt goes: for ports that make one attempt only
 * @throws AppError `invalid_input` when an allowed network cannot be read
 */
export function createPorts(
  policy: NetworkPolicy,
  resolveHost?: Resolve,
  watch?: AttemptWatch,
): Ports {
  const strict = createGuard(policy, resolveHost)
  const guard = watch === undefined ? strict : watchedGuard(strict, watch)
  const dispatchers = createDispatchers(guard, watch)
  return {
    guard,
    http: createHttpClient(guard, dispatchers, watch),
    mail: createMailClient(guard, watch),
    close: () => dispatchers.close(),
  }
}
