import type { SecretKey } from '@highwater/environment'
import { decode, encode } from 'next-auth/jwt'
import type { WebEnvironment } from '../../environment.ts'
import { readCookie, sessionCookieOptions } from '../session-cookie.ts'
import { newestSecret, secretsOf } from '../session-token.ts'

/** What has to come back unchanged from a journey to the provider. */
export interface Attempt {
  readonly provider: string
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  /** The page to go to afterwards. */
  readonly next: string
}

const lifetimeSeconds = 15 * 60
const salt = 'highwater sign-in attempt'

type Needs = Pick<WebEnvironment, 'HIGHWATER_URL' | 'HIGHWATER_SECRET'>

const cookieName = ({ HIGHWATER_URL }: Needs): string =>
  HIGHWATER_URL.startsWith('https:') ? '__Host-highwater.attempt' : 'highwater.attempt'

/** Encrypted: the code's verifier must not be read from the browser. */
export const sealAttempt = (attempt: Attempt, keys: readonly SecretKey[]): Promise<string> =>
  encode({ token: { ...attempt }, secret: newestSecret(keys), maxAge: lifetimeSeconds, salt })

const isText = (value: unknown): value is string => typeof value === 'string'

/** The attempt that a browser has begun; null when there is none or it is too old. */
export async function readAttempt(headers: Headers, needs: Needs): Promise<Attempt | null> {
  const sealed = readCookie(headers, cookieName(needs))
  if (sealed === null) return null
  for (const secret of secretsOf(needs.HIGHWATER_SECRET)) {
    const found = await decode({ token: sealed, secret, salt }).catch(() => null)
    if (found === null) continue
    const { provider, state, nonce, codeVerifier, next } = found
    const isWhole = [provider, state, nonce, codeVerifier, next].every(isText)
    return isWhole ? ({ provider, state, nonce, codeVerifier, next } as Attempt) : null
  }
  return null
}

/** The header that makes the browser keep an attempt, or forget it. */
export function attemptCookie(sealed: string | null, needs: Needs): string {
  const { secure, path } = sessionCookieOptions(needs)
  const maxAge = sealed === null ? 0 : lifetimeSeconds
  return `${cookieName(needs)}=${sealed ?? ''}; Max-Age=${maxAge}; Path=${path}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
