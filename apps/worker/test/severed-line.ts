import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** A line to a database that can be cut, as when its server restarts: nobody listens at its end then. */
export interface SeveredLine {
  readonly url: string
  readonly cut: () => Promise<void>
  readonly mend: () => Promise<void>
}

async function listenOn(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export async function layLine(databaseUrl: string): Promise<SeveredLine> {
  const target = new URL(databaseUrl)
  const open = new Set<Socket>()
  const lay = () =>
    createServer((near) => {
      const far = connect(Number(target.port), target.hostname)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(one)
        one.pipe(other)
        one.on('error', () => other.destroy()).on('close', () => open.delete(one))
      }
    })
  let server = lay()
  const port = await listenOn(server, 0)
  const near = new URL(databaseUrl)
  near.port = String(port)
  return {
    url: near.toString(),
    cut: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of open) socket.destroy()
      await closed
    },
    mend: async () => {
      server = lay()
      await listenOn(server, port)
    },
  }
}
