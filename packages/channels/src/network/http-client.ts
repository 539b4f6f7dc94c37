import type { AttemptWatch, HttpPort, HttpRequest, NetworkFailure } from '../io.ts'
import type { Dispatchers } from './dispatchers.ts'
import { Exchange, type ExchangeResult } from './exchange.ts'
import { failureOf, viaProxy } from './failure.ts'
import { type AddressGuard, hostOf, portOf } from './guard.ts'
import { refusePrivateTarget } from './proxied-target.ts'
import { refuseLiteral } from './refuse-literal.ts'

/** Tinyproxy answers 401 in its own name where 407 is meant; a receiver's 401 bears the receiver's. */
const isRefusedByProxy = (result: ExchangeResult): boolean =>
  result.kind === 'answer' &&
  result.status === 401 &&
  /^tinyproxy\b/i.test(result.headers.server ?? '')

const proxyRefusedSignIn: NetworkFailure = {
  kind: 'failed',
  reason: 'proxy-sign-in',
  left: false,
  message: 'The proxy answered 401.',
}

const stoppedBefore: NetworkFailure = {
  kind: 'failed',
  reason: 'stopped',
  left: false,
  message: 'The attempt was stopped.',
}

/** The one HTTP client of all channels. */
export function createHttpClient(
  guard: AddressGuard,
  dispatchers: Dispatchers,
  watch?: AttemptWatch,
): HttpPort {
  const send = (request: HttpRequest) => new Exchange(request, watch).begin(request, dispatchers)

  async function sendThroughProxy(request: HttpRequest, address: string): Promise<ExchangeResult> {
    try {
      const proxy = new URL(address)
      await refuseLiteral(guard, hostOf(proxy), portOf(proxy))
      const target = new URL(request.url)
      await refusePrivateTarget(guard, hostOf(target), portOf(target))
      if (request.signal.aborted) return stoppedBefore
      const result = await send(request)
      if (isRefusedByProxy(result)) return proxyRefusedSignIn
      return result.kind === 'failed' && !result.left ? viaProxy(result) : result
    } catch (error) {
      return failureOf(error, false)
    }
  }

  return {
    async request(request) {
      if (request.signal.aborted) return stoppedBefore
      return request.proxy === undefined ? send(request) : sendThroughProxy(request, request.proxy)
    },
  }
}
