import { once } from 'node:events'
import {
  createServer,
  request as forward,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

export interface ProxyFakeOptions {
  /** The status that answers CONNECT; 200 opens the tunnel. */
  readonly connectStatus?: number | 'never'
  /** What the server behind it says first comes in one piece with the answer to CONNECT. */
  readonly joinsGreeting?: boolean
  readonly user?: { readonly name: string; readonly password: string }
}

export interface ProxyEntry {
  readonly form: 'absolute' | 'connect'
  readonly target: string
  readonly authorized: boolean
}

export interface ProxyFake {
  /** Without credentials. */
  readonly url: string
  readonly port: number
  requests(): readonly ProxyEntry[]
  close(): Promise<void>
}

/** A forward proxy that knows both forms of request and can refuse tunnels or want a sign-in. */
export async function startProxyFake(options: ProxyFakeOptions = {}): Promise<ProxyFake> {
  const entries: ProxyEntry[] = []
  const sockets = new Set<Duplex>()
  const { user, connectStatus = 200, joinsGreeting = false } = options
  const expected =
    user && `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`

  const note = (form: ProxyEntry['form'], request: IncomingMessage): boolean => {
    const authorized = expected === undefined || request.headers['proxy-authorization'] === expected
    entries.push({ form, target: request.url ?? '', authorized })
    return authorized
  }

  const relay = (request: IncomingMessage, response: ServerResponse) => {
    if (!note('absolute', request)) {
      response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end()
      return
    }
    const { 'proxy-authorization': _secret, ...headers } = request.headers
    const onward = forward(request.url ?? '', { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.writeHead(502).end())
    request.pipe(onward)
  }

  const tunnel = (request: IncomingMessage, client: Duplex) => {
    const authorized = note('connect', request)
    const status = authorized ? connectStatus : 407
    if (status === 'never') {
      sockets.add(client)
      return
    }
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    const target = new URL(`http://${request.url}`)
    const established = 'HTTP/1.1 200 Connection established\r\n\r\n'
    const server: Socket = connect(Number(target.port || 80), target.hostname, async () => {
      const [greeting] = joinsGreeting ? await once(server, 'data') : ['']
      client.write(`${established}${greeting}`)
      server.pipe(client)
      client.pipe(server)
    })
    for (const socket of [server, client]) {
      sockets.add(socket)
      socket.on('error', () => client.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
  }

  const server = createServer(relay)
  server.on('connect', tunnel)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests: () => [...entries],
    async close() {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
