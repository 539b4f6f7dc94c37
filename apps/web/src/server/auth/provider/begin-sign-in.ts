import type { ProviderRefusal } from '@highwater/core/sign-in'
import type { RequestOrigin } from '@highwater/db/commands'
import * as oidc from 'openid-client'
import { commandContext } from '../../command-context.ts'
import type { Services } from '../../services.ts'
import { stranger } from '../identify.ts'
import { localPath } from '../local-path.ts'
import { attemptCookie, sealAttempt } from './attempt-cookie.ts'
import { connectProvider } from './connect-provider.ts'
import { passAddress } from './pass-address.ts'
import { describeCauses, refusalOf } from './provider-failure.ts'
import { callbackAddress, resolveProvider } from './ways-in.ts'

/** Away from here: never cached, with whatever cookies go along. */
export const sendTo = (address: string, ...cookies: readonly string[]): Response => {
  const headers = new Headers({ location: address, 'cache-control': 'no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 302, headers })
}

interface Failed {
  readonly key: string
  readonly name: string
  readonly refusal: ProviderRefusal
  readonly origin: RequestOrigin
}

/** Back to the sign-in page, which says why; the audit says so too, if not once for each attempt. */
export async function turnAway(
  services: Services,
  { key, name, refusal, origin }: Failed,
): Promise<Response> {
  await services.refusals.note(commandContext(services, stranger, origin), {
    action: 'sign_in',
    reason: refusal,
    resource: { subject: { id: key, name } },
  })
  return refusedAt(services.environment, refusal)
}

/** The sign-in page with a reason; the cookie of the attempt is of no more use. */
export const refusedAt = (
  environment: Services['environment'],
  refusal: ProviderRefusal,
): Response =>
  sendTo(
    `${environment.HIGHWATER_URL}/sign-in?refused=${refusal}`,
    attemptCookie(null, environment),
  )

/** Sends a browser to a provider, remembering in an encrypted cookie what has to come back. */
export async function beginSignIn(
  services: Services,
  key: string,
  next: string | null,
  origin: RequestOrigin,
): Promise<Response> {
  const { environment, log } = services
  if (!passAddress(origin)) return refusedAt(environment, 'too_many_attempts')
  const provider = await resolveProvider(services, key)
  if (provider === null) return refusedAt(environment, 'provider_unknown')
  try {
    const { client } = await connectProvider(services, provider)
    const codeVerifier = oidc.randomPKCECodeVerifier()
    const state = oidc.randomState()
    const nonce = oidc.randomNonce()
    const address = oidc.buildAuthorizationUrl(client, {
      redirect_uri: callbackAddress(environment, key),
      scope: provider.scopes.join(' '),
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    const attempt = { provider: key, state, nonce, codeVerifier, next: localPath(next) }
    const sealed = await sealAttempt(attempt, environment.HIGHWATER_SECRET)
    return sendTo(address.href, attemptCookie(sealed, environment))
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    log.warn(
      { provider: provider.name, refusal, requestId: origin.id },
      `a sign-in could not begin: ${describeCauses(error)}`,
    )
    return turnAway(services, { key, name: provider.name, refusal, origin })
  }
}
