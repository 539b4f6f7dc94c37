import { hours, type Instant, minutes, plus } from '@highwater/core'
import type { KnownProvider } from './known-provider.ts'
import type { GrantedTokens } from './presented-identity.ts'

/** Nobody stays longer without the provider's word: neither where it gives no refresh token nor while it is away. */
const longestUnchecked = hours(12)

/** When a session's groups are due to be looked at again. */
export const nextCheck = (
  { recheckMinutes }: Pick<KnownProvider, 'recheckMinutes'>,
  { refreshToken }: GrantedTokens,
  now: Instant,
): Instant => plus(now, refreshToken === null ? longestUnchecked : minutes(recheckMinutes))

/** Whether a provider's silence can still be borne. */
export const isBorne = ({ checkedAt, now }: { checkedAt: Instant; now: Instant }): boolean =>
  plus(checkedAt, longestUnchecked) > now
