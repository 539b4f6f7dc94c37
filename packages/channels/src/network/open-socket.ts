import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { connect, isIPv6, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { connectTimeout, guardedSocks } from './dispatchers.ts'
import { type AddressGuard, hostOf, portOf } from './guard.ts'
import { refusePrivateTarget } from './proxied-target.ts'
import { proxyCredentials } from './proxy-credentials.ts'
import { refuseLiteral } from './refuse-literal.ts'

export interface Destination {
  readonly host: string
  readonly port: number
  readonly proxy?: string | undefined
  readonly signal: AbortSignal
}

const bareHost = (host: string): string => host.replace(/^\[|\]$/g, '')

async function openDirect(
  guard: AddressGuard,
  { host, port, signal }: Destination,
): Promise<Socket> {
  await refuseLiteral(guard, bareHost(host), port)
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const socket = connect({ host: bareHost(host), port, lookup: guard.lookupFor(port), signal })
  const timer = setTimeout(() => {
    socket.destroy(Object.assign(new Error('No connection in time.'), { code: 'ETIMEDOUT' }))
  }, connectTimeout)
  socket.once('error', reject)
  socket.once('close', () => clearTimeout(timer))
  socket.once('connect', () => {
    clearTimeout(timer)
    socket.off('error', reject)
    resolve(socket)
  })
  return promise
}

async function openTunnel(
  guard: AddressGuard,
  proxy: URL,
  { host, port, signal }: Destination,
): Promise<Socket> {
  await refuseLiteral(guard, hostOf(proxy), portOf(proxy))
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const send = proxy.protocol === 'https:' ? httpsRequest : httpRequest
  const target = `${isIPv6(host) ? `[${host}]` : host}:${port}`
  const credentials = proxyCredentials(proxy)
  const request = send({
    host: hostOf(proxy),
    port: portOf(proxy),
    method: 'CONNECT',
    path: target,
    headers: {
      host: target,
      ...(credentials === null ? {} : { 'proxy-authorization': credentials }),
    },
    lookup: guard.lookupFor(portOf(proxy)),
    timeout: connectTimeout,
    signal,
    agent: false,
  })
  const refused = (status: number | undefined) =>
    reject(new Error(`Proxy response (${status}) !== 200 to CONNECT`))
  request.once('error', reject)
  request.once('timeout', () => {
    request.destroy(
      Object.assign(new Error('The proxy did not answer in time.'), { code: 'ETIMEDOUT' }),
    )
  })
  request.once('response', (response) => {
    refused(response.statusCode)
    response.destroy()
  })
  request.once('connect', (response, socket: Socket, head) => {
    if (response.statusCode === 200) {
      socket.setTimeout(0)
      // A greeting may come in one piece with the answer of the proxy.
      if (head.length > 0) socket.unshift(head)
      resolve(socket)
      return
    }
    refused(response.statusCode)
    socket.destroy()
  })
  request.end()
  return promise
}

/**
 * What comes in one piece with the answer of the proxy is told once, in the next turn, to whoever
 * listens by then; it is put back for the one that reads later.
 */
async function withEarly(socket: Socket): Promise<Socket> {
  const early: Buffer[] = []
  const keep = (chunk: Buffer) => early.push(chunk)
  socket.on('data', keep)
  await turn()
  socket.off('data', keep)
  socket.pause()
  if (early.length > 0) socket.unshift(Buffer.concat(early))
  return socket
}

function openSocks(guard: AddressGuard, proxy: URL, { host, port }: Destination): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const options = { hostname: bareHost(host), protocol: 'http:', port: String(port) }
  guardedSocks(guard, proxy)(options, (error, socket) => {
    if (socket) void withEarly(socket).then(resolve)
    else reject(error ?? new Error('The proxy gave no connection.'))
  })
  return promise
}

/**
 * Opens a TCP connection to a checked address, through a proxy if one is given.
 * @throws ForbiddenAddressError, or the system's own error
 */
export async function openSocket(guard: AddressGuard, destination: Destination): Promise<Socket> {
  if (destination.proxy === undefined) return openDirect(guard, destination)
  const proxy = new URL(destination.proxy)
  await refusePrivateTarget(guard, bareHost(destination.host), destination.port)
  return proxy.protocol === 'socks5:'
    ? openSocks(guard, proxy, destination)
    : openTunnel(guard, proxy, destination)
}
