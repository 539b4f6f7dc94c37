import type { Claims } from '@highwater/core/sign-in'
import type { Sealer } from '../../client/secrets.ts'
import type { RequestOrigin } from '../../commands/context.ts'
import type { KnownProvider } from './known-provider.ts'

/** What a provider has vouched for, its tokens checked already. */
export interface PresentedIdentity {
  readonly provider: KnownProvider
  readonly subject: string
  readonly claims: Claims
  readonly tokens: GrantedTokens
  readonly origin: RequestOrigin
  readonly sealer: Sealer
}

export interface GrantedTokens {
  /** Shown to the provider at logout. */
  readonly idToken: string
  /** Null: the provider gave none, so the session cannot be checked again. */
  readonly refreshToken: string | null
}

export const sealTokens = (tokens: GrantedTokens, sealer: Sealer): string =>
  sealer.seal({ ...tokens })

export function openTokens(sealed: string, sealer: Sealer): GrantedTokens {
  const { idToken, refreshToken } = sealer.open(sealed)
  return {
    idToken: String(idToken),
    refreshToken: typeof refreshToken === 'string' ? refreshToken : null,
  }
}
