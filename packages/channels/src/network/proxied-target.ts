import { setTimeout as wait } from 'node:timers/promises'
import { seconds } from '@highwater/core'
import type { AddressGuard } from './guard.ts'
import { ForbiddenAddressError } from './refusal.ts'

/** Where only the proxy may ask for names a resolver says nothing for long, which is time of the attempt. */
const patience = seconds(2)

/**
 * Behind a proxy we cannot choose the address: at least what is private as we see it is refused.
 * A name that we cannot resolve may be known to the proxy, whose own filter has to judge it.
 */
export async function refusePrivateTarget(
  guard: AddressGuard,
  host: string,
  port: number,
): Promise<void> {
  const over = new AbortController()
  const late = wait(patience, undefined, { signal: over.signal }).catch(() => {})
  try {
    await Promise.race([guard.resolve(host, port), late])
  } catch (error) {
    if (error instanceof ForbiddenAddressError) throw error
  } finally {
    over.abort()
  }
}
