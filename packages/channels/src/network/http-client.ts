import { Buffer } from 'node:buffer'
import { seconds } from '@highwater/core'
import type { Dispatcher } from 'undici'
import type { AttemptWatch, HttpAnswer, HttpPort, HttpRequest, NetworkFailure } from '../io.ts'
import type { Dispatchers } from './dispatchers.ts'
import { failureOf, viaProxy } from './failure.ts'
import { type AddressGuard, hostOf, portOf } from './guard.ts'
import { onAbort } from './on-abort.ts'
import { refusePrivateTarget } from './proxied-target.ts'
import { refuseLiteral } from './refuse-literal.ts'
import { placeOfProxy } from './watched.ts'

const defaultTimeout = seconds(10)

/** Of an answer, no more than this is read. */
export const longestAnswer = 64 * 1_024

type Result = HttpAnswer | NetworkFailure

function plainHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) {
      plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
    }
  }
  return plain
}

/** Most answers come in one piece, which need not be copied. */
function textOf([first, ...others]: readonly Buffer[]): string {
  if (first === undefined) return ''
  const whole = others.length === 0 ? first : Buffer.concat([first, ...others])
  return whole.toString('utf8', 0, longestAnswer)
}

/**
 * Follows one request by hand rather than through `undici.request`, because only the handler
 * learns when the request begins to leave: the line between "certainly not sent" and "unknown".
 */
function exchange(
  dispatcher: Dispatcher,
  request: HttpRequest,
  watch: AttemptWatch | undefined,
): Promise<Result> {
  const { promise, resolve } = Promise.withResolvers<Result>()
  const url = new URL(request.url)
  const chunks: Buffer[] = []
  let answer: Omit<HttpAnswer, 'text'> | null = null
  let controller: Dispatcher.DispatchController | null = null
  let size = 0
  let settled = false

  const settle = (result: Result) => {
    if (settled) return
    settled = true
    clearTimeout(timer)
    forget()
    resolve(result)
    if (result.kind === 'failed') controller?.abort(new Error(result.reason))
  }
  const left = () => controller !== null
  const fail = (reason: NetworkFailure['reason'], message: string) =>
    settle({ kind: 'failed', reason, left: left(), message })
  const finish = () => {
    if (answer) settle({ ...answer, text: textOf(chunks) })
  }
  const stop = () => fail('stopped', 'The attempt was stopped.')
  const timer = setTimeout(
    () => fail(left() ? 'answer-timeout' : 'connect-timeout', 'No answer within the time allowed.'),
    request.timeout ?? defaultTimeout,
  )
  const forget = onAbort(request.signal, stop)

  try {
    dispatcher.dispatch(
      {
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: request.method,
        headers: request.headers,
        body: request.body,
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      {
        onRequestStart(started) {
          if (settled) started.abort(new Error('stopped'))
          else controller = started
          const through = request.proxy === undefined ? null : placeOfProxy(request.proxy)
          watch?.reached('connection', through)
          watch?.reached('sending', request.method)
        },
        onResponseStart(_started, status, headers) {
          if (status < 200) return
          answer = { kind: 'answer', status, headers: plainHeaders(headers) }
          watch?.reached('verdict', `HTTP ${status}`)
          if (answer.headers.date !== undefined) watch?.toldTime(answer.headers.date)
        },
        onResponseData(started, chunk) {
          chunks.push(chunk)
          size += chunk.length
          if (size <= longestAnswer) return
          finish()
          started.abort(new Error('The answer is too long.'))
        },
        onResponseEnd: finish,
        onResponseError: (_started, error) => settle(failureOf(error, left())),
      },
    )
  } catch (error) {
    // A header or path that HTTP cannot carry is refused before anything is opened.
    settle(failureOf(error, false))
  }
  return promise
}

/** Tinyproxy answers 401 in its own name where 407 is meant; a receiver's 401 bears the receiver's. */
const isRefusedByProxy = (result: Result): boolean =>
  result.kind === 'answer' &&
  result.status === 401 &&
  /^tinyproxy\b/i.test(result.headers.server ?? '')

const proxyRefusedSignIn: NetworkFailure = {
  kind: 'failed',
  reason: 'proxy-sign-in',
  left: false,
  message: 'The proxy answered 401.',
}

/** The one HTTP client of all channels. */
export function createHttpClient(
  guard: AddressGuard,
  dispatchers: Dispatchers,
  watch?: AttemptWatch,
): HttpPort {
  return {
    async request(request) {
      if (request.signal.aborted) {
        return {
          kind: 'failed',
          reason: 'stopped',
          left: false,
          message: 'The attempt was stopped.',
        }
      }
      try {
        if (request.proxy === undefined) {
          return await exchange(dispatchers.take(undefined, request.ca), request, watch)
        }
        const proxy = new URL(request.proxy)
        await refuseLiteral(guard, hostOf(proxy), portOf(proxy))
        const target = new URL(request.url)
        await refusePrivateTarget(guard, hostOf(target), portOf(target))
        const result = await exchange(dispatchers.take(request.proxy, request.ca), request, watch)
        if (isRefusedByProxy(result)) return proxyRefusedSignIn
        return result.kind === 'failed' && !result.left ? viaProxy(result) : result
      } catch (error) {
        return failureOf(error, false)
      }
    },
  }
}
