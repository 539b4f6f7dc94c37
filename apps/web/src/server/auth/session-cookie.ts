import type { WebEnvironment } from '../environment.ts'

type Address = Pick<WebEnvironment, 'HIGHWATER_URL'>

const isSecure = ({ HIGHWATER_URL }: Address): boolean => HIGHWATER_URL.startsWith('https:')

/** Browsers take the prefixed name only over https and from this very host. */
export const sessionCookieName = (environment: Address): string =>
  isSecure(environment) ? '__Host-highwater.session' : 'highwater.session'

/** The cookie outlives any session: the session's row alone says whether it still holds. */
export const sessionCookieSeconds = 30 * 86_400

export const sessionCookieOptions = (environment: Address) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: isSecure(environment),
  path: '/',
})

/** The header that makes a browser keep a session, for answers that are made by hand. */
export function sessionCookie(sealed: string, environment: Address): string {
  const secure = isSecure(environment) ? '; Secure' : ''
  return `${sessionCookieName(environment)}=${sealed}; Max-Age=${sessionCookieSeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`
}

/** The value of one cookie among the headers of a request. */
export function readCookie(headers: Headers, name: string): string | null {
  for (const part of headers.get('cookie')?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}
