import type { IncomingMessage } from 'node:http'
import type { WebEnvironment } from '../environment.ts'
import { clientAddress, createNetworkTest, plainAddress } from './client-address.ts'
import { createHostCheck, needsOurName } from './host-check.ts'
import { readablePath } from './readable-path.ts'

export type FrontDoorSettings = Pick<
  WebEnvironment,
  'HIGHWATER_URL' | 'HIGHWATER_TRUSTED_PROXIES' | 'HIGHWATER_ALLOWED_HOSTS'
>

/** What is received, as far as the front door looks at it. */
export type Received = Pick<IncomingMessage, 'headers' | 'url'> & {
  readonly socket: { readonly remoteAddress?: string | undefined }
}

/** Where requests go that ask for a host that is not ours. */
export const misdirectedPath = '/api/misdirected'

/** Proxies append: the nearest of them has the last word. */
const last = (value: string | string[] | undefined): string | undefined =>
  [value].flat().join(',').split(',').at(-1)?.trim() || undefined

/**
 * Puts a request's headers in order before anybody reads them. Whatever the client claims, from here
 * on `x-forwarded-for` is one address: the client's; `x-forwarded-host` and `-proto` are what our own
 * proxies said, or what we know ourselves; and a stranger's host leads nowhere.
 */
export function createFrontDoor(settings: FrontDoorSettings): (request: Received) => void {
  const { HIGHWATER_URL, HIGHWATER_TRUSTED_PROXIES, HIGHWATER_ALLOWED_HOSTS } = settings
  const isTrusted = createNetworkTest(HIGHWATER_TRUSTED_PROXIES)
  const isOurs = createHostCheck(HIGHWATER_URL, HIGHWATER_ALLOWED_HOSTS ?? [])
  const { host: publicHost, origin: publicOrigin, protocol } = new URL(HIGHWATER_URL)
  const publicProto = protocol.slice(0, -1)

  return (request) => {
    const { headers } = request
    request.url = readablePath(request.url ?? '/')
    const peer = request.socket.remoteAddress ?? ''
    const fromProxy = isTrusted(plainAddress(peer))
    const told = (name: string) => (fromProxy ? last(headers[name]) : undefined)
    const address = clientAddress(peer, [headers['x-forwarded-for']].flat().join(','), isTrusted)
    const asked = told('x-forwarded-host') ?? headers.host
    const proto = told('x-forwarded-proto')
    for (const name of ['forwarded', 'x-real-ip', 'x-forwarded-port']) delete headers[name]

    headers['x-forwarded-for'] = address
    // A page of ours stays ours behind a proxy that asks us by another name: browsers set the origin.
    headers['x-forwarded-host'] = headers.origin === publicOrigin ? publicHost : (asked ?? '')
    headers['x-forwarded-proto'] =
      proto === 'http' || proto === 'https' ? proto : asked === publicHost ? publicProto : 'http'
    if (!isOurs(asked) && needsOurName(request.url, headers.authorization)) {
      request.url = misdirectedPath
    }
  }
}
