import { type Millis, seconds } from '@highwater/core'
import { socksConnector } from 'fetch-socks'
import { Agent, buildConnector, type Dispatcher, Pool, ProxyAgent } from 'undici'
import type { AttemptWatch } from '../io.ts'
import { type AddressGuard, hostOf, portOf } from './guard.ts'
import { proxyCredentials } from './proxy-credentials.ts'
import { refuseLiteral } from './refuse-literal.ts'
import { createUnderWay, type UnderWay } from './under-way.ts'
import { watchedConnector } from './watched.ts'

export const connectTimeout: Millis = seconds(5)

/** More different proxies and certificates than this at once, and the oldest is closed. */
const most = 64

/** HTTP/1.1 only: one request per connection at a time tells exactly which request has left. */
const agentOptions = { connections: 64, pipelining: 1, allowH2: false }

/** Opens connections to checked addresses only; the check and the connection use the same lookup. */
export function guardedConnector(
  guard: AddressGuard,
  ca: string | undefined,
): buildConnector.connector {
  const connectors = new Map<number, buildConnector.connector>()
  const connectorFor = (port: number): buildConnector.connector => {
    const known = connectors.get(port)
    if (known) return known
    const made = buildConnector({
      timeout: connectTimeout,
      allowH2: false,
      lookup: guard.lookupFor(port),
      ...(ca === undefined ? {} : { ca }),
    })
    connectors.set(port, made)
    return made
  }
  return (options, done) => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80)
    refuseLiteral(guard, options.hostname.replace(/^\[|\]$/g, ''), port).then(
      () => connectorFor(port)(options, done),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    )
  }
}

/** A connector through a SOCKS5 proxy, whose own address is checked at every connection. */
export function guardedSocks(
  guard: AddressGuard,
  proxy: URL,
  ca?: string,
): buildConnector.connector {
  return (options, done) => {
    guard.resolve(hostOf(proxy), portOf(proxy)).then(
      ([first]) => {
        const connect = socksConnector(
          {
            type: 5,
            host: first?.address ?? hostOf(proxy),
            port: portOf(proxy),
            ...(proxy.username === '' && proxy.password === ''
              ? {}
              : {
                  userId: decodeURIComponent(proxy.username),
                  password: decodeURIComponent(proxy.password),
                }),
          },
          { timeout: connectTimeout, allowH2: false, ...(ca === undefined ? {} : { ca }) },
        )
        connect(options, done)
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    )
  }
}

function makeDispatcher(
  guard: AddressGuard,
  proxy: URL | null,
  ca: string | undefined,
  watch: AttemptWatch | undefined,
): Dispatcher {
  const agent = (connect: buildConnector.connector) =>
    new Agent({ ...agentOptions, connect: watchedConnector(connect, watch) })
  if (proxy === null) return agent(guardedConnector(guard, ca))
  if (proxy.protocol === 'socks5:') return agent(guardedSocks(guard, proxy, ca))
  const credentials = proxyCredentials(proxy)
  return new ProxyAgent({
    ...agentOptions,
    uri: `${proxy.protocol}//${proxy.host}`,
    ...(credentials === null ? {} : { token: credentials }),
    // Plain http goes to the proxy in absolute form: many proxies allow CONNECT to port 443 only.
    proxyTunnel: false,
    proxyTls: { timeout: connectTimeout, lookup: guard.lookupFor(portOf(proxy)) },
    requestTls: { timeout: connectTimeout, ...(ca === undefined ? {} : { ca }) },
    // Else a proxy that never answers CONNECT would hold each connection for five minutes.
    clientFactory: (origin, options) =>
      new Pool(origin, { ...options, headersTimeout: connectTimeout }),
  })
}

export interface Dispatchers {
  /** A proxy at a literal address has to be judged before. */
  take(proxy: string | undefined, ca: string | undefined): Dispatcher
  /** What is under way through proxies. */
  readonly underWay: UnderWay
  close(): Promise<void>
}

/** One dispatcher per proxy and certificate, so that connections are kept and reused. */
export function createDispatchers(guard: AddressGuard, watch?: AttemptWatch): Dispatchers {
  const cache = new Map<string, Dispatcher>()
  let direct: Dispatcher | null = null
  return {
    underWay: createUnderWay(),
    take(proxy, ca) {
      if (proxy === undefined && ca === undefined) {
        direct ??= makeDispatcher(guard, null, undefined, watch)
        return direct
      }
      const address = proxy === undefined ? null : new URL(proxy)
      const key = JSON.stringify([proxy, ca])
      const dispatcher = cache.get(key) ?? makeDispatcher(guard, address, ca, watch)
      cache.delete(key)
      cache.set(key, dispatcher)
      const [oldest] = cache.keys()
      if (cache.size > most && oldest !== undefined) {
        void cache.get(oldest)?.close()
        cache.delete(oldest)
      }
      return dispatcher
    },
    async close() {
      const open = [...cache.values(), ...(direct ? [direct] : [])]
      await Promise.all(open.map((dispatcher) => dispatcher.destroy()))
      cache.clear()
      direct = null
    },
  }
}
