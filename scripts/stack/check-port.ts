import { createServer } from 'node:net'
import { CommandFailure } from '../processes/failure.ts'

type PortUse = { readonly variable: string; readonly host: string; readonly port: number }

/** Fails with one sentence unless we could listen there right now. */
export async function checkPort(use: PortUse): Promise<void> {
  const code = await tryToListen(use.host, use.port)
  if (code === undefined) return
  throw new CommandFailure(sentence(use, code))
}

function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}

function sentence({ variable, host, port }: PortUse, code: string): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken by another program; stop it or set ${variable} to a free port.`
  }
  if (code === 'EACCES') {
    return `This account may not listen on port ${port}; set ${variable} to a port above 1023.`
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `${host} is not an address of this machine; set HOST to one that is.`
  }
  return `Nothing can listen on port ${port} of ${host} (${code}); set ${variable} to another port.`
}
