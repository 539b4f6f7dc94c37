import { hkdfSync } from 'node:crypto'
import type { SecretKey } from '@highwater/environment'
import { decode, encode } from 'next-auth/jwt'
import { sessionCookieSeconds } from './session-cookie.ts'

const secretOf = ({ key }: SecretKey): string =>
  Buffer.from(hkdfSync('sha256', key, '', 'highwater session cookie', 32)).toString('hex')

/** What signs and encrypts everything else that the sign-in library keeps in cookies. */
export function newestSecret(keys: readonly SecretKey[]): string {
  const [newest] = keys
  if (!newest) throw new Error('HIGHWATER_SECRET holds no key.')
  return secretOf(newest)
}

/** What may have sealed something that still holds, newest first. */
export const secretsOf = (keys: readonly SecretKey[]): string[] => keys.map(secretOf)

/** The cookie's content: the id of a session and nothing else, encrypted with the newest key. */
export const sealSessionId = (sessionId: string, keys: readonly SecretKey[]): Promise<string> =>
  encode({ token: { sessionId }, secret: newestSecret(keys), maxAge: sessionCookieSeconds })

/** The id in a cookie that any of our keys has sealed; null for anything else. */
export async function openSessionId(
  sealed: string,
  keys: readonly SecretKey[],
): Promise<string | null> {
  for (const key of keys) {
    const token = await decode({ token: sealed, secret: secretOf(key) }).catch(() => null)
    if (typeof token?.sessionId === 'string') return token.sessionId
  }
  return null
}
