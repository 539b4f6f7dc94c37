import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface SocksFake {
  readonly url: string
  close(): Promise<void>
}

const noSignIn = Buffer.from([5, 0])
const connected = Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0])

/**
 * A SOCKS5 proxy that leads to one server, whatever it is asked for. What that server says first comes
 * in one piece with the proxy's own answer.
 */
export async function startSocksFake(target: { host: string; port: number }): Promise<SocksFake> {
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
  }
  const server = createServer(async (client) => {
    keep(client)
    await once(client, 'data')
    client.write(noSignIn)
    await once(client, 'data')
    const onward = connect(target.port, target.host)
    keep(onward)
    const [greeting] = await once(onward, 'data')
    client.write(Buffer.concat([connected, greeting]))
    client.pipe(onward)
    onward.pipe(client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `socks5://127.0.0.1:${port}`,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
