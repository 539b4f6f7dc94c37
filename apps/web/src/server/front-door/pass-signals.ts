import type { IncomingMessage, ServerResponse } from 'node:http'
import { staticHeaders, transportSecurityHeader } from '../../security/static-headers.ts'
import { joinChunks } from '../join-chunks.ts'
import type { Answerer } from './stand-before.ts'

/** Answers a request to the API whose body comes beside it: within a `Request` it would be copied twice. */
export type ApiDispatch = (request: Request, body: Uint8Array<ArrayBuffer>) => Promise<Response>

declare global {
  var highwaterApi: ApiDispatch | undefined
}

/** Told by the route of the API once it has been loaded: the bundler gives the front door another copy. */
export function offerApi(dispatch: ApiDispatch): void {
  globalThis.highwaterApi = dispatch
}

const signalsPath = /^\/api\/v1\/signals(\?|$)/

const isSending = ({ method, url }: IncomingMessage) =>
  method === 'POST' && signalsPath.test(url ?? '')

/** The whole body, so that it is off the connection whatever the answer is; of too much, too much. */
async function bodyOf(request: IncomingMessage, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let kept = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (kept > most) continue
    chunks.push(chunk)
    kept += chunk.byteLength
  }
  return joinChunks(chunks, kept)
}

function headersOf({ headers }: IncomingMessage): Headers {
  const copy = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) copy.set(name, [value].flat().join(', '))
  }
  return copy
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  dispatch: ApiDispatch,
  most: number,
): Promise<void> {
  const body = await bodyOf(request, most)
  const headers = headersOf(request)
  const url = new URL(request.url ?? '', 'http://front-door')
  const answered = await dispatch(new Request(url, { method: 'POST', headers }), body)
  for (const { key, value } of staticHeaders) response.setHeader(key, value)
  if (headers.get('x-forwarded-proto') === 'https') {
    response.setHeader(transportSecurityHeader.key, transportSecurityHeader.value)
  }
  response.writeHead(answered.status, Object.fromEntries(answered.headers))
  response.end(await answered.text())
}

/**
 * Leads signals past the framework, whose way to a route costs as much as parsing a hundred of them.
 * The very dispatcher of the API answers, with all that belongs to it. The first request of a process
 * still goes through the framework: that is what loads the route.
 * @param most bytes of a body beyond which no more are kept
 */
export const passSignals =
  (most: number): Answerer =>
  (request, response) => {
    const dispatch = globalThis.highwaterApi
    if (dispatch === undefined || !isSending(request)) return false
    // The dispatcher answers whatever fails in it: what fails here is a connection that broke off.
    answer(request, response, dispatch, most).catch(() => response.destroy())
    return true
  }
