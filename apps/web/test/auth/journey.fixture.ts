import { environmentProvider } from '@highwater/core/sign-in'
import { beginSignIn } from '../../src/server/auth/provider/begin-sign-in.ts'
import { finishSignIn } from '../../src/server/auth/provider/finish-sign-in.ts'
import { readCookie } from '../../src/server/auth/session-cookie.ts'
import type { Services } from '../../src/server/services.ts'

const origin = { id: 'test', ip: '192.0.2.9', userAgent: 'test browser' }

/** Cookies of one browser at one site. */
class Jar {
  readonly #cookies = new Map<string, string>()

  take(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const value = pair.slice(at + 1)
      if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(pair.slice(0, at))
      else this.#cookies.set(pair.slice(0, at), value)
    }
  }

  headers(): Headers {
    return new Headers({ cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') })
  }
}

const locationOf = (answer: Response, base?: string): string =>
  new URL(answer.headers.get('location') ?? '', base).href

/** Goes through the provider's pages as this person and answers the address that it sends them back to. */
async function passProvider(address: string, login: string): Promise<string> {
  const jar = new Jar()
  const go = async (to: string, init: RequestInit = {}) => {
    const answer = await fetch(to, { ...init, redirect: 'manual', headers: jar.headers() })
    jar.take(answer)
    return answer
  }
  const asked = await go(address)
  if (asked.status !== 303)
    throw new Error(`The provider answered ${asked.status}: ${await asked.text()}`)
  const page = locationOf(asked, address)
  await go(page)
  const body = new URLSearchParams({ login, answer: login === '' ? 'cancel' : 'go' })
  const resumed = await go(locationOf(await go(page, { method: 'POST', body }), address))
  return locationOf(resumed, address)
}

/** What a test may spoil on the way. */
export interface Spoiling {
  readonly request?: (address: URL) => void
  readonly answer?: (address: URL) => void | Promise<void>
  readonly provider?: string
}

/** A browser on its way through a provider, from our sign-in page and back. */
export async function walk(services: Services, login: string, spoil: Spoiling = {}) {
  const key = spoil.provider ?? environmentProvider
  const jar = new Jar()
  const begun = await beginSignIn(services, key, '/projects', origin)
  jar.take(begun)
  const away = new URL(locationOf(begun))
  if (away.origin === services.environment.HIGHWATER_URL) {
    return { to: `${away.pathname}${away.search}`, jar, headers: jar.headers(), again: null }
  }
  spoil.request?.(away)
  const back = new URL(await passProvider(away.href, login))
  await spoil.answer?.(back)
  const headers = jar.headers()
  const arrive = () => finishSignIn(services, { key, search: back.search, headers, origin })
  const answer = await arrive()
  jar.take(answer)
  const to = new URL(locationOf(answer))
  const again = async () => locationOf(await arrive())
  return { to: `${to.pathname}${to.search}`, jar, headers: jar.headers(), again }
}

export const hasSession = (headers: Headers): boolean =>
  readCookie(headers, 'highwater.session') !== null
