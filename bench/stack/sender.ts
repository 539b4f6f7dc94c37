import type { Database } from '@highwater/db/client'
import { ingestSignals } from '@highwater/db/queue'
import { Agent } from 'undici'
import type { BenchStack } from './start-stack.ts'

export interface Sender {
  /** Sends signals, throws unless all were accepted, and answers when that was known (performance.now). */
  readonly send: (signals: readonly object[]) => Promise<number>
  readonly close: () => Promise<void>
}

/** The server has more to do than it can (503 with Retry-After): nothing of the request was taken. */
export class AskedToWait extends Error {
  readonly waitMs: number

  constructor(waitMs: number) {
    super(`The server asked for a pause of ${waitMs} ms.`)
    this.waitMs = waitMs
  }
}

function expectAll(accepted: number | undefined, signals: readonly object[], words: string): void {
  if (accepted === signals.length) return
  throw new Error(`${accepted ?? 'None'} of ${signals.length} signals were accepted: ${words}`)
}

/** Through `POST /api/v1/signals`, over connections that are kept open as a collector does. */
export function sendOverHttp({ env }: BenchStack): Sender {
  // Beside other work a server takes its time to accept: that is for a figure to show, not an error.
  const agent = new Agent({ keepAliveTimeout: 60_000, connect: { timeout: 60_000 } })
  const headers = {
    authorization: `Bearer ${env.HIGHWATER_BOOTSTRAP_TOKEN}`,
    'content-type': 'application/json',
  }
  return {
    async send(signals) {
      const {
        statusCode,
        headers: answered,
        body,
      } = await agent.request({
        origin: env.HIGHWATER_URL,
        path: '/api/v1/signals',
        method: 'POST',
        headers,
        body: JSON.stringify({ signals }),
      })
      const text = await body.text()
      const answeredAt = performance.now()
      const waitSeconds = Number(answered['retry-after'])
      if (statusCode === 503 && waitSeconds > 0) throw new AskedToWait(waitSeconds * 1_000)
      const answer: { accepted?: number } = JSON.parse(text)
      expectAll(answer.accepted, signals, `${statusCode} ${text.slice(0, 500)}`)
      return answeredAt
    },
    close: () => agent.close(),
  }
}

/** The same work without HTTP: what is left is parsing, the rules and the database. */
export function sendDirectly(db: Database): Sender {
  return {
    async send(signals) {
      const result = await ingestSignals(db, signals, { origin: 'pushed', mayWrite: () => true })
      const answeredAt = performance.now()
      expectAll(result.accepted, signals, JSON.stringify(result.rejected.slice(0, 3)))
      return answeredAt
    },
    close: async () => undefined,
  }
}
