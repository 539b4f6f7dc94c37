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

/** They are shown to nobody but the issuer that gave them, whatever the provider's settings say later. */
export const sealTokens = (
  tokens: GrantedTokens,
  { issuer }: Pick<KnownProvider, 'issuer'>,
  sealer: Sealer,
): string => sealer.seal({ ...tokens, issuer })

export function openTokens(
  sealed: string,
  sealer: Sealer,
): { readonly tokens: GrantedTokens; readonly isOf: (provider: KnownProvider) => boolean } {
  const { idToken, refreshToken, issuer } = sealer.open(sealed)
  const tokens = {
    idToken: String(idToken),
    refreshToken: typeof refreshToken === 'string' ? refreshToken : null,
  }
  // What was sealed by an earlier version does not name its issuer.
  return { tokens, isOf: (provider) => issuer === undefined || issuer === provider.issuer }
}
