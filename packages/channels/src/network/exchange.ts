import { Buffer } from 'node:buffer'
import { seconds } from '@highwater/core'
import type { Dispatcher } from 'undici'
import type { AttemptWatch, HttpAnswer, HttpRequest, NetworkFailure } from '../io.ts'
import type { Dispatchers } from './dispatchers.ts'
import { failureOf } from './failure.ts'
import { onAbort } from './on-abort.ts'
import type { UnderWay } from './under-way.ts'
import { placeOfProxy } from './watched.ts'

const defaultTimeout = seconds(10)

/** A message that waits for a connection waits in the outbox as well; a little longer than opening one takes. */
export const longestWait = seconds(6)

/** Of an answer, no more than this is read. */
export const longestAnswer = 64 * 1_024

export type ExchangeResult = HttpAnswer | NetworkFailure

/** undici writes the names in small letters. */
function plainHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined) plain[name] = typeof value === 'string' ? value : value.join(', ')
  }
  return plain
}

/** Says nothing in UTF-8, and no reader of JSON takes it. */
const byteOrderMark = Buffer.from('\ufeff')

/** Most answers come in one piece, which need not be copied. */
function textOf([first, ...others]: readonly Buffer[]): string {
  if (first === undefined) return ''
  const whole = others.length === 0 ? first : Buffer.concat([first, ...others])
  const begin = whole.indexOf(byteOrderMark) === 0 ? byteOrderMark.length : 0
  return whole.toString('utf8', begin, longestAnswer)
}

const lookAtClock = (exchange: Exchange): void => exchange.lookAtClock()

/**
 * Follows one request by hand rather than through `undici.request`, because only the handler
 * learns when the request begins to leave: the line between "certainly not sent" and "unknown".
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly result: Promise<ExchangeResult>
  readonly #via: Pick<HttpRequest, 'method' | 'proxy'>
  readonly #timeout: number
  readonly #watch: AttemptWatch | undefined
  readonly #forget: () => void
  readonly #chunks: Buffer[] = []
  #resolve: ((result: ExchangeResult) => void) | null = null
  #answer: Omit<HttpAnswer, 'text'> | null = null
  #controller: Dispatcher.DispatchController | null = null
  #size = 0
  /** Set where it goes through a proxy. */
  #way: { readonly name: string; readonly underWay: UnderWay } | null = null
  readonly #madeAt = performance.now()
  #leftAt = 0
  #timer: NodeJS.Timeout

  constructor(request: HttpRequest, watch: AttemptWatch | undefined) {
    const { method, proxy, timeout = defaultTimeout, signal } = request
    this.#via = { method, proxy }
    this.#timeout = timeout
    this.#watch = watch
    this.result = new Promise((resolve) => {
      this.#resolve = resolve
    })
    this.#timer = setTimeout(lookAtClock, Math.min(longestWait, timeout), this)
    this.#forget = onAbort(signal, () => this.#fail('stopped', 'The attempt was stopped.'))
  }

  /** The request is not kept: undici has it until it has left. */
  begin(request: HttpRequest, dispatchers: Dispatchers): Promise<ExchangeResult> {
    const { url, method, headers, body, proxy, ca } = request
    try {
      const { origin, pathname, search } = new URL(url)
      const path = `${pathname}${search}`
      if (proxy !== undefined) {
        this.#way = { name: `${proxy} ${origin}`, underWay: dispatchers.underWay }
      }
      dispatchers.take(proxy, ca).dispatch(
        {
          origin,
          path,
          method,
          headers: { 'accept-encoding': 'identity', ...headers },
          body,
          headersTimeout: 0,
          bodyTimeout: 0,
        },
        this,
      )
    } catch (error) {
      // A header or path that HTTP cannot carry is refused before anything is opened.
      this.#settle(failureOf(error, false))
    }
    return this.result
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#leftAt = performance.now()
    if (this.#resolve === null) controller.abort(new Error('stopped'))
    else {
      this.#controller = controller
      this.#way?.underWay.begin(this.#way.name)
    }
    if (this.#watch === undefined) return
    const { proxy, method } = this.#via
    this.#watch.reached('connection', proxy === undefined ? null : placeOfProxy(proxy))
    this.#watch.reached('sending', method)
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    if (status < 200) return
    this.#answer = { kind: 'answer', status, headers: plainHeaders(headers) }
    if (this.#watch === undefined) return
    this.#watch.reached('verdict', `HTTP ${status}`)
    const { date } = this.#answer.headers
    if (date !== undefined) this.#watch.toldTime(date)
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#size += chunk.length
    if (this.#size <= longestAnswer) return
    this.#finish()
    controller.abort(new Error('The answer is too long.'))
  }

  onResponseEnd(): void {
    this.#finish()
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#settle(failureOf(error, this.#hasLeft()))
  }

  /** Gives up, or comes back when that may be due: the time for an answer begins with the request. */
  lookAtClock(): void {
    const since = this.#hasLeft() ? this.#leftAt : this.#madeAt
    const allowed = this.#hasLeft() ? this.#timeout : longestWait
    const left = since + allowed - performance.now()
    if (left > 0) {
      this.#timer = setTimeout(lookAtClock, Math.min(left, this.#timeout), this)
    } else if (this.#hasLeft()) {
      this.#fail('answer-timeout', 'No answer within the time allowed.')
    } else {
      this.#failUnsent()
    }
  }

  /** A proxy may keep everybody waiting, where a receiver that gave no connection had failed by now. */
  #failUnsent(): void {
    if (this.#way !== null && !this.#way.underWay.isAny(this.#way.name)) {
      this.#fail('proxy-cannot-reach', 'The proxy gave no connection within the time allowed.')
    } else {
      this.#fail('no-free-connection', 'All connections to the receiver were in use.')
    }
  }

  #hasLeft(): boolean {
    return this.#controller !== null
  }

  #finish(): void {
    if (this.#answer) this.#settle({ ...this.#answer, text: textOf(this.#chunks) })
  }

  #fail(reason: NetworkFailure['reason'], message: string): void {
    this.#settle({ kind: 'failed', reason, left: this.#hasLeft(), message })
  }

  #settle(result: ExchangeResult): void {
    const resolve = this.#resolve
    if (resolve === null) return
    this.#resolve = null
    if (this.#hasLeft()) this.#way?.underWay.end(this.#way.name)
    clearTimeout(this.#timer)
    this.#forget()
    resolve(result)
    if (result.kind === 'failed') this.#controller?.abort(new Error(result.reason))
  }
}
