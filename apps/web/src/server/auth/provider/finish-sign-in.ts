import { AppError } from '@highwater/core'
import type { ProviderRefusal } from '@highwater/core/sign-in'
import { type KnownProvider, signInByProvider } from '@highwater/db/auth'
import type { RequestOrigin } from '@highwater/db/commands'
import type { Services } from '../../services.ts'
import { sessionCookie } from '../session-cookie.ts'
import { sealSessionId } from '../session-token.ts'
import { type Attempt, attemptCookie, readAttempt } from './attempt-cookie.ts'
import { refusedAt, sendTo, turnAway } from './begin-sign-in.ts'
import { exchangeCode, type Identified } from './exchange-code.ts'
import { passAddress } from './pass-address.ts'
import { describeCauses, refusalOf } from './provider-failure.ts'
import { callbackAddress, resolveProvider } from './ways-in.ts'

interface Returning {
  readonly key: string
  /** What the provider put behind the callback address. */
  readonly search: string
  readonly headers: Headers
  readonly origin: RequestOrigin
}

/** An answer that was not asked for by this very browser is not looked into any further. */
function mismatch(attempt: Attempt | null, { key, search }: Returning): ProviderRefusal | null {
  if (attempt === null || attempt.provider !== key) return 'attempt_unknown'
  return new URLSearchParams(search).get('state') === attempt.state ? null : 'state_mismatch'
}

async function identify(
  services: Services,
  provider: KnownProvider,
  attempt: Attempt,
  { key, search, origin }: Returning,
): Promise<Identified | ProviderRefusal> {
  const answer = new URL(`${callbackAddress(services.environment, key)}${search}`)
  try {
    return await exchangeCode(services, provider, attempt, answer)
  } catch (error) {
    const refusal = error instanceof AppError ? 'token_invalid' : refusalOf(error)
    if (refusal === null) throw error
    services.log.warn(
      { provider: provider.name, refusal, requestId: origin.id },
      `a sign-in failed: ${describeCauses(error)}`,
    )
    return refusal
  }
}

/** Receives a browser that comes back from a provider: signs it in, or says why not. */
export async function finishSignIn(services: Services, returning: Returning): Promise<Response> {
  const { db, sealer, environment } = services
  const { key, headers, origin } = returning
  if (!passAddress(origin)) return refusedAt(environment, 'too_many_attempts')
  const provider = await resolveProvider(services, key)
  if (provider === null) return refusedAt(environment, 'provider_unknown')
  const refused = (refusal: ProviderRefusal) =>
    turnAway(services, { key, name: provider.name, refusal, origin })
  const attempt = await readAttempt(headers, environment)
  const wrong = mismatch(attempt, returning)
  if (wrong !== null || attempt === null) return refused(wrong ?? 'attempt_unknown')
  const identified = await identify(services, provider, attempt, returning)
  if (typeof identified === 'string') return refused(identified)
  const result = await signInByProvider(db, { provider, ...identified, origin, sealer })
  if (!result.ok) return refusedAt(environment, result.reason)
  const sealed = await sealSessionId(result.session.id, environment.HIGHWATER_SECRET)
  return sendTo(
    `${environment.HIGHWATER_URL}${attempt.next}`,
    attemptCookie(null, environment),
    sessionCookie(sealed, environment),
  )
}
