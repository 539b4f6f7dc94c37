import { AppError } from '@highwater/core'
import type { Claims } from '@highwater/core/sign-in'
import type { GrantedTokens, KnownProvider } from '@highwater/db/auth'
import * as oidc from 'openid-client'
import type { Services } from '../../services.ts'
import type { Attempt } from './attempt-cookie.ts'
import { connectProvider } from './connect-provider.ts'
import { readClaims } from './read-claims.ts'

/** Somebody whom a provider has identified beyond doubt. */
export interface Identified {
  readonly subject: string
  readonly claims: Claims
  readonly tokens: GrantedTokens
}

/**
 * Turns the code that the browser brought into an identity: PKCE, state, nonce, issuer, audience,
 * times and signature are checked by the library.
 */
export async function exchangeCode(
  services: Pick<Services, 'db' | 'environment'>,
  provider: KnownProvider,
  attempt: Attempt,
  answer: URL,
): Promise<Identified> {
  const { client, keepKeys } = await connectProvider(services, provider)
  const granted = await oidc.authorizationCodeGrant(client, answer, {
    pkceCodeVerifier: attempt.codeVerifier,
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    idTokenExpected: true,
  })
  keepKeys()
  const idToken = granted.id_token
  const claims = granted.claims()
  if (idToken === undefined || claims === undefined) {
    throw new AppError('unavailable', 'The provider gave no identity token.')
  }
  const accessToken = granted.access_token
  const whole = await readClaims(client, provider, { accessToken, subject: claims.sub, claims })
  const refreshToken = granted.refresh_token ?? null
  return { subject: claims.sub, claims: whole, tokens: { idToken, refreshToken } }
}
