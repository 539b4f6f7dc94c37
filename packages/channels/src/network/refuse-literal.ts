import { isIP } from 'node:net'
import type { AddressGuard } from './guard.ts'

/**
 * Literal addresses are not looked up, so they are judged before a connection is opened.
 * @throws ForbiddenAddressError
 */
export async function refuseLiteral(
  guard: AddressGuard,
  host: string,
  port: number,
): Promise<void> {
  if (isIP(host) !== 0) await guard.resolve(host, port)
}
