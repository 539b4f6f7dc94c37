import {
  type Answer,
  type Misbehaviour,
  type ReceivedRequest,
  startHttpFake,
  type TlsIdentity,
} from './http-fake.ts'
import { createJournal } from './journal.ts'

export interface WebhookFake {
  readonly url: string
  readonly port: number
  requests(): readonly ReceivedRequest[]
  clear(): void
  behave(misbehaviour?: Misbehaviour): void
  waitForRequest(
    fits: (request: ReceivedRequest) => boolean,
    timeoutMs: number,
  ): Promise<ReceivedRequest>
  close(): Promise<void>
}

/** An endpoint that takes everything, or answers as `answer` says. */
export async function startWebhookFake(
  options: {
    readonly answer?: (request: ReceivedRequest) => Answer
    readonly tls?: TlsIdentity
  } = {},
): Promise<WebhookFake> {
  const journal = createJournal<ReceivedRequest>(
    ({ method, path, text }) => `${method} ${path} ${text}`,
  )
  const answer = options.answer ?? (() => ({ status: 200, body: '{"ok":true}' }))
  const server = await startHttpFake(
    (request) => {
      journal.add(request)
      return answer(request)
    },
    options.tls ? { tls: options.tls } : {},
  )
  return {
    url: server.url,
    port: server.port,
    requests: journal.all,
    clear: journal.clear,
    behave: server.behave,
    waitForRequest: journal.waitFor,
    close: server.close,
  }
}
