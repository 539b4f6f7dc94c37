import { ForbiddenAddressError } from '@highwater/channels/network'
import type { ProviderRefusal } from '@highwater/core/sign-in'
import * as oidc from 'openid-client'

const causesOf = (error: unknown): unknown[] =>
  error instanceof Error && error.cause !== undefined ? [error, ...causesOf(error.cause)] : [error]

const refusedByPerson = [
  'access_denied',
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
]
const outOfOrder = ['server_error', 'temporarily_unavailable']

function refusalOfAnswer(error: string, status: number): ProviderRefusal {
  if (error === 'invalid_grant') return 'code_refused'
  if (error === 'invalid_client') return 'client_refused'
  return status >= 500 || outOfOrder.includes(error)
    ? 'provider_unreachable'
    : 'provider_misconfigured'
}

const claimIn = (cause: unknown): unknown =>
  typeof cause === 'object' && cause !== null && 'claim' in cause ? cause.claim : undefined

function refusalOfCode(error: oidc.ClientError): ProviderRefusal {
  const causes = causesOf(error)
  switch (error.code) {
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return 'token_expired'
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
      return causes.some((cause) => claimIn(cause) === 'nonce') ? 'nonce_mismatch' : 'token_invalid'
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
      return 'provider_unreachable'
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM': {
      const answer = causes.find((cause) => cause instanceof Response)
      return answer !== undefined && answer.status >= 500
        ? 'provider_unreachable'
        : 'provider_misconfigured'
    }
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
    case 'OAUTH_PARSE_ERROR':
    case 'OAUTH_HTTP_REQUEST_FORBIDDEN':
    case 'OAUTH_REQUEST_PROTOCOL_FORBIDDEN':
    case 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED':
    case 'OAUTH_MISSING_SERVER_METADATA':
    case 'OAUTH_INVALID_SERVER_METADATA':
      return 'provider_misconfigured'
    default:
      return 'token_invalid'
  }
}

/** What a failed exchange with a provider means for the person; null for a fault of our own. */
export function refusalOf(error: unknown): ProviderRefusal | null {
  if (causesOf(error).some((cause) => cause instanceof ForbiddenAddressError)) {
    return 'provider_misconfigured'
  }
  if (error instanceof oidc.AuthorizationResponseError) {
    if (refusedByPerson.includes(error.error)) return 'refused_at_provider'
    return outOfOrder.includes(error.error) ? 'provider_unreachable' : 'provider_misconfigured'
  }
  if (error instanceof oidc.ResponseBodyError) return refusalOfAnswer(error.error, error.status)
  if (error instanceof oidc.WWWAuthenticateChallengeError) return 'client_refused'
  if (error instanceof oidc.ClientError) return refusalOfCode(error)
  // This is how `fetch` says that it could not reach somebody.
  return error instanceof TypeError && !('code' in error) ? 'provider_unreachable' : null
}

/** For the log: what was wrong, without anything that the provider or the browser sent. */
export const describeCauses = (error: unknown): string =>
  causesOf(error)
    .flatMap((cause) => (cause instanceof Error ? [cause.message] : []))
    .join(': ')
