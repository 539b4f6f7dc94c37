import { connect } from 'node:net'
import { type Peer, runPeer } from './run-peer.ts'

export interface ProxyPeerOptions {
  readonly user?: { readonly name: string; readonly password: string }
  /** The only port to which it opens tunnels; any when absent. */
  readonly tunnelsTo?: number
}

const accepts = (port: number): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect(port, '127.0.0.1')
  socket.once('connect', () => resolve(true))
  socket.once('error', () => resolve(false))
  return promise.finally(() => socket.destroy())
}

/** A real forward proxy for HTTP. */
export const startProxyPeer = ({ user, tunnelsTo }: ProxyPeerOptions = {}): Promise<Peer> =>
  runPeer({
    program: 'tinyproxy',
    packageName: 'tinyproxy-bin',
    settings: ({ port }) =>
      [
        `Port ${port}`,
        'Listen 127.0.0.1',
        'Timeout 30',
        'LogLevel Error',
        ...(user === undefined ? [] : [`BasicAuth ${user.name} ${user.password}`]),
        ...(tunnelsTo === undefined ? [] : [`ConnectPort ${tunnelsTo}`]),
        '',
      ].join('\n'),
    args: ({ settings }) => ['-d', '-c', settings],
    isReady: accepts,
  })
