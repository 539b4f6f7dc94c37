import { cookies } from 'next/headers'
import type { WebEnvironment } from '../environment.ts'
import { sessionCookieName, sessionCookieOptions, sessionCookieSeconds } from './session-cookie.ts'
import { sealSessionId } from './session-token.ts'

/** Makes the browser keep a session. */
export async function setSessionCookie(
  sessionId: string,
  environment: WebEnvironment,
): Promise<void> {
  const jar = await cookies()
  jar.set(
    sessionCookieName(environment),
    await sealSessionId(sessionId, environment.HIGHWATER_SECRET),
    { ...sessionCookieOptions(environment), maxAge: sessionCookieSeconds },
  )
}

export async function clearSessionCookie(environment: WebEnvironment): Promise<void> {
  const jar = await cookies()
  jar.set(sessionCookieName(environment), '', { ...sessionCookieOptions(environment), maxAge: 0 })
}
