import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

export interface TcpFake {
  readonly host: string
  readonly port: number
  close(): Promise<void>
}

/** A server that greets everybody with these bytes and hangs up: no protocol that we speak. */
export async function startTcpFake(greeting: string): Promise<TcpFake> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.end(greeting)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    host: '127.0.0.1',
    port,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
