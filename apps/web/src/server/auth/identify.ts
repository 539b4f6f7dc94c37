import { AppError } from '@highwater/core'
import { type Actor, denialTexts } from '@highwater/core/permissions'
import { actorOfToken, readSession, type SignedIn } from '@highwater/db/auth'
import type { RequestOrigin } from '@highwater/db/commands'
import { commandContext } from '../command-context.ts'
import type { Services } from '../services.ts'
import { checkSession } from './provider/check-session.ts'
import { readCookie, sessionCookieName } from './session-cookie.ts'
import { openSessionId } from './session-token.ts'

type Needs = Pick<Services, 'db' | 'environment' | 'sealer' | 'log'>

/** Whoever makes a request. */
export interface Caller {
  readonly actor: Actor
  /** As the audit shows it. */
  readonly name: string
  /** The session behind a cookie; null for programs and strangers. */
  readonly signedIn: SignedIn | null
}

export const stranger: Caller = { actor: { type: 'anonymous' }, name: 'anonymous', signedIn: null }

/** The session that a browser's cookie names, asked of the database each time: revoking it works at once. */
export async function readSignedIn(headers: Headers, needs: Needs): Promise<SignedIn | null> {
  const { environment } = needs
  const sealed = readCookie(headers, sessionCookieName(environment))
  if (sealed === null) return null
  const sessionId = await openSessionId(sealed, environment.HIGHWATER_SECRET)
  return sessionId === null ? null : readCheckedSession(sessionId, needs)
}

/** A session as it stands now. Whoever came through a provider is asked for there when it is time. */
export async function readCheckedSession(
  sessionId: string,
  needs: Needs,
): Promise<SignedIn | null> {
  const { db } = needs
  const found = await readSession(db, sessionId)
  if (found === null || !found.session.isCheckDue) return found
  await checkSession(needs, found.session.id)
  return readSession(db, sessionId)
}

async function identifyProgram(
  token: string,
  needs: Needs & Pick<Services, 'refusals'>,
  origin: RequestOrigin,
): Promise<Caller> {
  const { db, environment, sealer, refusals } = needs
  const bootstrapToken = environment.HIGHWATER_BOOTSTRAP_TOKEN
  const holder = await actorOfToken(db, { token, bootstrapToken, origin, sealer })
  if (holder === null) {
    const reason = 'token_unknown'
    await refusals.note(commandContext(needs, stranger, origin), { action: 'sign_in', reason })
    throw new AppError('unauthenticated', denialTexts[reason].en)
  }
  return { actor: holder.actor, name: holder.actorName, signedIn: null }
}

export async function identifyBrowser(headers: Headers, needs: Needs): Promise<Caller> {
  const signedIn = await readSignedIn(headers, needs)
  return signedIn === null
    ? stranger
    : { actor: signedIn.actor, name: signedIn.account.displayName, signedIn }
}

/**
 * The one place where a request becomes an actor: by its bearer token, else by its session cookie.
 * @throws AppError `unauthenticated` for a token that does not hold
 */
export async function identify(
  headers: Headers,
  needs: Needs & Pick<Services, 'refusals'>,
  origin: RequestOrigin,
): Promise<Caller> {
  const authorization = headers.get('authorization')
  if (authorization === null) return identifyBrowser(headers, needs)
  const [, token] = /^Bearer +([^\s]+) *$/i.exec(authorization) ?? []
  if (token === undefined) {
    throw new AppError('unauthenticated', 'Send a token as "Authorization: Bearer TOKEN".')
  }
  return identifyProgram(token, needs, origin)
}
