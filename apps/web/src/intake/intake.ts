import type { Worker } from 'node:worker_threads'
import type { IngestResult } from '@highwater/db/ingest'
import type { Logger } from 'pino'
import { Later } from '../server/describe-failure.ts'
import { unpack } from './carried-error.ts'
import type { FromThread, SignalBatch, ToThread } from './messages.ts'
import { startThread } from './start-thread.ts'

/** What may lie in wait for the thread: some seconds of its work. */
const mostBatches = 1_000
const mostBytes = 32 * 1_024 * 1_024

interface Waiting {
  readonly bytes: number
  readonly resolve: (result: IngestResult) => void
  readonly reject: (error: Error) => void
}

const later = (message: string) => new Later('unavailable', message, 1)
const tooMany =
  'More signals are waiting than can be taken in at once. Send these again in a moment.'
const brokeOff = 'Taking signals in broke off. Some of these may have been taken; send them again.'

interface IntakeOptions {
  /** The file that the thread runs: `thread.ts`, or what it has been built into. */
  readonly program: string
  readonly databaseUrl: string
  readonly log: Logger
  /** Told how many batches wait whenever that changes. */
  readonly onWaiting: (batches: number) => void
}

/**
 * Takes signals in on a thread of its own, with a heap of its own: what a batch is parsed into lives
 * and dies there, beside the pages and apart from their long-lived objects. The thread starts with
 * the first batch and again with the next one after a crash.
 */
export class Intake {
  readonly #options: IntakeOptions
  readonly #waiting = new Map<number, Waiting>()
  #thread: Worker | null = null
  #lastId = 0
  #bytes = 0

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  /**
   * The bytes belong to the thread from now on.
   * @throws AppError as its contents deserve; `unavailable` when too many wait or the thread broke off
   */
  async take(batch: SignalBatch): Promise<IngestResult> {
    const bytes = batch.bytes.byteLength
    if (this.#waiting.size >= mostBatches || this.#bytes + bytes > mostBytes) throw later(tooMany)
    const thread = this.#thread ?? this.#start()
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { bytes, resolve, reject })
      this.#bytes += bytes
      this.#options.onWaiting(this.#waiting.size)
      thread.postMessage({ id, batch } satisfies ToThread, [batch.bytes.buffer])
    })
  }

  /** Lets the thread finish what it has, and ends it. */
  async close(): Promise<void> {
    const thread = this.#thread
    if (thread === null) return
    const ended = new Promise((resolve) => thread.once('exit', resolve))
    thread.postMessage('end' satisfies ToThread)
    await ended
  }

  #start(): Worker {
    const { program, databaseUrl, log } = this.#options
    const thread = startThread(program, { databaseUrl })
    // A request that waits keeps the process alive; the thread alone is no reason to stay.
    thread.unref()
    thread.on('message', (message: FromThread) => this.#settle(message))
    thread.on('error', (error) =>
      log.error({ err: error }, 'the thread that takes signals in broke'),
    )
    thread.once('exit', () => this.#forget(thread))
    this.#thread = thread
    return thread
  }

  #settle(message: FromThread): void {
    const waiting = this.#waiting.get(message.id)
    if (waiting === undefined) return
    this.#waiting.delete(message.id)
    this.#bytes -= waiting.bytes
    this.#options.onWaiting(this.#waiting.size)
    if ('result' in message) waiting.resolve(message.result)
    else waiting.reject(unpack(message.error))
  }

  #forget(thread: Worker): void {
    if (this.#thread === thread) this.#thread = null
    const broken = [...this.#waiting.values()]
    this.#waiting.clear()
    this.#bytes = 0
    this.#options.onWaiting(0)
    for (const { reject } of broken) reject(later(brokeOff))
  }
}
