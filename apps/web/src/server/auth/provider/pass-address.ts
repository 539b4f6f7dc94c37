import { countedAddress } from '@highwater/core/account'
import type { RequestOrigin } from '@highwater/db/commands'
import { rateLimit } from '../../rest/rate-limit.ts'

/** In each web process. An office comes from one address; each step may ask the provider something. */
const pass = rateLimit(50)

/** Whether an address may take one more step of signing in through a provider just now. */
export function passAddress({ ip }: RequestOrigin): boolean {
  try {
    pass(countedAddress(ip ?? 'unknown'))
    return true
  } catch {
    return false
  }
}
