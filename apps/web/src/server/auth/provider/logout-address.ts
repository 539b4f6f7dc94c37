import type { SessionId } from '@highwater/core'
import { takeGrant } from '@highwater/db/auth'
import * as oidc from 'openid-client'
import type { Services } from '../../services.ts'
import { connectProvider } from './connect-provider.ts'
import { describeCauses } from './provider-failure.ts'
import { resolveProvider } from './ways-in.ts'

/**
 * Where a browser ends its session at the provider too, which then sends it back to our sign-in page;
 * null for sessions of our own and for providers that offer no such address.
 */
export async function logoutAddress(
  services: Pick<Services, 'db' | 'sealer' | 'environment' | 'log'>,
  sessionId: SessionId,
): Promise<string | null> {
  const { db, sealer, environment, log } = services
  const grant = await takeGrant(db, sealer, sessionId)
  const provider = grant === null ? null : await resolveProvider(services, grant.provider)
  if (grant === null || provider === null || !grant.isOf(provider)) return null
  try {
    const { client } = await connectProvider(services, provider)
    if (client.serverMetadata().end_session_endpoint === undefined) return null
    return oidc.buildEndSessionUrl(client, {
      id_token_hint: grant.tokens.idToken,
      post_logout_redirect_uri: `${environment.HIGHWATER_URL}/sign-in`,
    }).href
  } catch (error) {
    log.warn({ provider: provider.name }, `no logout at the provider: ${describeCauses(error)}`)
    return null
  }
}
