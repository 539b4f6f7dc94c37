import { signIn, signOut } from '@highwater/db/auth'
import type { AuthOptions, User } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { requestOrigin } from '../request-origin.ts'
import type { Services } from '../services.ts'
import { sessionCookieName, sessionCookieOptions, sessionCookieSeconds } from './session-cookie.ts'
import { newestSecret, openSessionId, sealSessionId } from './session-token.ts'

interface UserWithSession extends User {
  readonly sessionId: string
}

const originOf = (headers: Readonly<Record<string, unknown>> | undefined) =>
  requestOrigin(
    new Headers(
      Object.entries(headers ?? {}).flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    ),
    crypto.randomUUID(),
  )

/**
 * How the sign-in library works here: its cookie holds the id of our own session and nothing else,
 * so that revoking the session's row ends it everywhere.
 */
export function authOptions({ db, sealer, environment }: Services): AuthOptions {
  const keys = environment.HIGHWATER_SECRET
  return {
    secret: newestSecret(keys),
    session: { strategy: 'jwt', maxAge: sessionCookieSeconds },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: sessionCookieName(environment),
        options: sessionCookieOptions(environment),
      },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials, request): Promise<UserWithSession | null> {
          const { email = '', password = '' } = credentials ?? {}
          const origin = originOf(request.headers)
          const result = await signIn(db, { email, password, origin, sealer })
          if (!result.ok) return null
          return { id: result.account.id, sessionId: result.session.id }
        },
      }),
    ],
    jwt: {
      encode: ({ token }) => sealSessionId(String(token?.sessionId ?? ''), keys),
      async decode({ token }) {
        const sessionId = token === undefined ? null : await openSessionId(token, keys)
        return sessionId === null ? null : { sessionId }
      },
    },
    callbacks: {
      jwt: ({ token, user }) =>
        user !== undefined && 'sessionId' in user ? { sessionId: user.sessionId } : token,
      // Nobody asks the library who is signed in: the session's row is asked instead.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const sessionId = token?.sessionId
        if (typeof sessionId !== 'string') return
        await signOut(db, { sessionId, origin: originOf(undefined), sealer })
      },
    },
  }
}
