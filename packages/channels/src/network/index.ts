/** The only way out of this process for channels and collectors. */

export { parseAllowedNetworks } from './allowed-networks.ts'
export { createFetch, type Fetch, type FetchOptions } from './fetch.ts'
export type { AddressGuard, NetworkPolicy } from './guard.ts'
export { createGuard } from './guard.ts'
export { type Destination, openSocket } from './open-socket.ts'
export { type AddressRefusal, ForbiddenAddressError, type RefusalReason } from './refusal.ts'
