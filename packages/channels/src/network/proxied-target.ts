import type { AddressGuard } from './guard.ts'
import { ForbiddenAddressError } from './refusal.ts'

/**
 * Behind a proxy we cannot choose the address: at least what is private as we see it is refused.
 * A name that we cannot resolve may be known to the proxy, whose own filter has to judge it.
 */
export async function refusePrivateTarget(
  guard: AddressGuard,
  host: string,
  port: number,
): Promise<void> {
  try {
    await guard.resolve(host, port)
  } catch (error) {
    if (error instanceof ForbiddenAddressError) throw error
  }
}
