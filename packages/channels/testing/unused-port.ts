import { createServer } from 'node:net'

/** A port of this machine on which nobody listens. */
export async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('The system gave no port.')
}
