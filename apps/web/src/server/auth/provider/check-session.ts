import type { SessionId } from '@highwater/core'
import {
  type DueCheck,
  type EndReason,
  endUncheckedSession,
  isBorne,
  type KnownProvider,
  settleCheck,
  takeCheck,
} from '@highwater/db/auth'
import * as oidc from 'openid-client'
import type { Services } from '../../services.ts'
import { connectProvider } from './connect-provider.ts'
import type { Identified } from './exchange-code.ts'
import { describeCauses, refusalOf } from './provider-failure.ts'
import { readClaims } from './read-claims.ts'
import { resolveProvider } from './ways-in.ts'

type Needs = Pick<Services, 'db' | 'sealer' | 'environment' | 'log'>

/** Asks with the refresh token who this is now; null when the provider does not say. */
async function ask(
  needs: Needs,
  provider: KnownProvider,
  { subject, tokens }: DueCheck,
): Promise<Pick<Identified, 'claims' | 'tokens'> | null> {
  if (tokens.refreshToken === null) return null
  const { client, keepKeys } = await connectProvider(needs, provider)
  const granted = await oidc.refreshTokenGrant(client, tokens.refreshToken)
  keepKeys()
  const own = granted.claims()
  if (own !== undefined && own.sub !== subject) return null
  const claims = await readClaims(client, provider, {
    accessToken: granted.access_token,
    subject,
    claims: own ?? {},
  })
  if (claims.sub !== subject) return null
  return {
    claims,
    tokens: {
      idToken: granted.id_token ?? tokens.idToken,
      refreshToken: granted.refresh_token ?? tokens.refreshToken,
    },
  }
}

/** What a failed question means: the provider has withdrawn its word, or is only away. */
function endOf(error: unknown, due: DueCheck): EndReason | null {
  if (refusalOf(error) === 'code_refused') return 'refused_at_provider'
  return isBorne(due) ? null : 'unchecked'
}

/**
 * Asks a session's provider again when it is due: groups that were lost are lost here too, and
 * whoever no rule admits any more is out. While the provider is away a session lives on for a time.
 */
export async function checkSession(needs: Needs, sessionId: SessionId): Promise<void> {
  const { db, sealer, log } = needs
  const due = await takeCheck(db, sealer, sessionId)
  if (due === null) return
  const end = (because: EndReason) => endUncheckedSession(db, sealer, sessionId, because)
  const provider = await resolveProvider(needs, due.provider)
  if (provider === null || !due.isOf(provider)) return end('provider_unknown')
  try {
    const answer = await ask(needs, provider, due)
    const { subject } = due
    if (answer !== null) {
      return await settleCheck(db, sealer, { sessionId, provider, subject, ...answer })
    }
    if (!isBorne(due)) await end('unchecked')
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    log.warn(
      { provider: provider.name, refusal },
      `a session could not be checked: ${describeCauses(error)}`,
    )
    const because = endOf(error, due)
    if (because !== null) await end(because)
  }
}
