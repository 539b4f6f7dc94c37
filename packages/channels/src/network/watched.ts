import { TLSSocket } from 'node:tls'
import type { buildConnector } from 'undici'
import type { AttemptWatch } from '../io.ts'
import type { AddressGuard } from './guard.ts'
import { hostOf, portOf } from './guard.ts'

const addressFound = (host: string, address: string | undefined): string =>
  address === undefined || address === host ? host : `${host} → ${address}`

/** A proxy as `host:port`, without its credentials. */
export function placeOfProxy(proxy: string): string {
  const url = new URL(proxy)
  return `${hostOf(url)}:${portOf(url)}`
}

/** A guard that tells which addresses it let pass. */
export const watchedGuard = (guard: AddressGuard, watch: AttemptWatch): AddressGuard => ({
  ...guard,
  async resolve(host, port) {
    const addresses = await guard.resolve(host, port)
    watch.reached('address', addressFound(host, addresses[0]?.address))
    return addresses
  },
  lookupFor(port) {
    const look = guard.lookupFor(port)
    return (host, options, done) =>
      look(host, options, (error, address, family) => {
        const first = typeof address === 'string' ? address : address[0]?.address
        if (error === null) watch.reached('address', addressFound(host, first))
        done(error, address, family)
      })
  },
})

/** Tells that a socket is open and, where it is, how it is encrypted. */
export function tellConnected(
  socket: {
    readonly remoteAddress?: string | undefined
    readonly remotePort?: number | undefined
  },
  watch: AttemptWatch,
): void {
  const { remoteAddress, remotePort } = socket
  watch.reached('connection', remoteAddress === undefined ? null : `${remoteAddress}:${remotePort}`)
  if (socket instanceof TLSSocket) watch.reached('encryption', socket.getProtocol())
}

/** A connector that tells when its connection stands. */
export const watchedConnector =
  (connect: buildConnector.connector, watch: AttemptWatch | undefined): buildConnector.connector =>
  (options, done) =>
    connect(options, (...answer) => {
      // A refused connection is told by the error alone, whatever the types say of the socket.
      if (answer[0] === null && watch !== undefined) tellConnected(answer[1], watch)
      done(...answer)
    })
