import type { Buffer } from 'node:buffer'
import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** How a fake server misbehaves; the fields that are set apply to each request. */
export interface Misbehaviour {
  readonly latencyMs?: number
  /** Look at no request before this is over. */
  readonly hearsAfter?: Promise<unknown>
  /** Accept the message, but say so only when this is over. */
  readonly answersAfter?: Promise<unknown>
  /** Close the connection as soon as the head of the request has come. */
  readonly dropBeforeBody?: boolean
  /** Close the connection without having looked at the request. */
  readonly dropBeforeResponse?: boolean
  /** Accept the message, then close the connection without a word. */
  readonly dropAfterAccept?: boolean
  /** Send the headers and half of the answer, then close the connection. */
  readonly cutAnswer?: boolean
  readonly status?: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Only the next `times` requests; all of them when absent. */
  readonly times?: number
}

export interface Answer {
  readonly status: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly raw: Buffer
  readonly text: string
  readonly remoteAddress: string
}

/** Self-signed key and certificate in PEM form. */
export interface TlsIdentity {
  readonly key: string
  readonly cert: string
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return globalThis.Buffer.concat(chunks)
}

export interface HttpFake {
  readonly url: string
  readonly port: number
  /** Replaces what was said before; nothing means: behave. */
  behave(misbehaviour?: Misbehaviour): void
  close(): Promise<void>
}

/** A real HTTP server that answers as told, or misbehaves on request. */
export async function startHttpFake(
  answer: (request: ReceivedRequest) => Answer,
  options: { readonly tls?: TlsIdentity } = {},
): Promise<HttpFake> {
  let misbehaviour: Misbehaviour = {}
  let left = Number.POSITIVE_INFINITY

  const take = (): Misbehaviour => {
    if (left <= 0) return {}
    left -= 1
    return misbehaviour
  }

  const reply = (response: ServerResponse, { status, body, headers }: Answer, cut: boolean) => {
    const bytes = globalThis.Buffer.from(body)
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': bytes.length,
      ...headers,
    })
    if (!cut) {
      response.end(bytes)
      return
    }
    response.write(bytes.subarray(0, Math.max(1, bytes.length >> 1)), () => response.destroy())
  }

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const now = take()
    if (now.dropBeforeBody) {
      request.socket.destroy()
      return
    }
    const raw = await readBody(request)
    if (now.latencyMs !== undefined) await pause(now.latencyMs)
    if (now.hearsAfter !== undefined) await now.hearsAfter
    if (now.dropBeforeResponse) {
      request.socket.destroy()
      return
    }
    const path = request.url ?? '/'
    const received: ReceivedRequest = {
      method: request.method ?? '',
      path,
      url: new URL(path, `http://${request.headers.host ?? 'localhost'}`),
      headers: request.headers,
      raw,
      text: raw.toString('utf8'),
      remoteAddress: request.socket.remoteAddress ?? '',
    }
    if (now.status !== undefined || now.body !== undefined) {
      const forced = { status: now.status ?? 200, body: now.body ?? '' }
      reply(response, { ...forced, headers: now.headers ?? {} }, now.cutAnswer ?? false)
      return
    }
    const given = answer(received)
    if (now.answersAfter !== undefined) await now.answersAfter
    if (now.dropAfterAccept) request.socket.destroy()
    else
      reply(
        response,
        { ...given, headers: { ...given.headers, ...now.headers } },
        now.cutAnswer ?? false,
      )
  }

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch(() => request.socket.destroy())
  }
  const server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    behave(next = {}) {
      misbehaviour = next
      left = next.times ?? Number.POSITIVE_INFINITY
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
