import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** Takes a request upon itself (true), or leaves it to whoever stands behind. */
export type Answerer = (request: IncomingMessage, response: ServerResponse) => boolean

const known = new WeakSet<Server>()

/** Lets somebody see the requests of a server before its listeners do; once for each server. */
export function standBefore(server: Server, answers: Answerer): void {
  if (known.has(server)) return
  known.add(server)
  const behind = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    if (answers(request, response)) return
    for (const listener of behind) listener.call(server, request, response)
  })
}
