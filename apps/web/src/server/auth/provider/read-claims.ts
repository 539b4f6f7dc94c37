import type { Claims } from '@highwater/core/sign-in'
import { valuesOf } from '@highwater/core/sign-in'
import type { KnownProvider } from '@highwater/db/auth'
import * as oidc from 'openid-client'

/**
 * What a provider says of somebody: the identity token's claims, and those of its userinfo address
 * where the token leaves out the e-mail address or the groups. The token, being signed, has the last word.
 */
export async function readClaims(
  client: oidc.Configuration,
  provider: KnownProvider,
  { accessToken, subject, claims }: { accessToken: string; subject: string; claims: Claims },
): Promise<Claims> {
  const wanted = ['email', provider.groupsClaim]
  const isWhole = wanted.every((claim) => valuesOf(claims, claim) !== null)
  if (isWhole || client.serverMetadata().userinfo_endpoint === undefined) return claims
  return { ...(await oidc.fetchUserInfo(client, accessToken, subject)), ...claims }
}
