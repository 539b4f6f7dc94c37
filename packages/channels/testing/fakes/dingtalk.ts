import {
  contentOf,
  type DingtalkFakeOptions,
  type DingtalkState,
  type DingtalkVerdict,
  parseRobotMessage,
  refuseMessage,
  titleOf,
  warningsFor,
} from './dingtalk-rules.ts'
import { type Misbehaviour, type ReceivedRequest, startHttpFake } from './http-fake.ts'
import { createJournal } from './journal.ts'

/** One request to the robot, with what became of it. */
export interface DingtalkEntry {
  readonly at: number
  readonly request: ReceivedRequest
  readonly verdict: DingtalkVerdict
  readonly accepted: boolean
  /** A repeat of a `msgUuid` that was accepted before: answered, but not shown again. */
  readonly repeated: boolean
  readonly msgtype: string
  readonly title: string
  readonly text: string
  readonly warnings: readonly string[]
}

export interface DingtalkFake {
  /** The gateway address for a channel's `baseUrl`. */
  readonly url: string
  readonly port: number
  /** Everything that was received, refused requests included. */
  requests(): readonly DingtalkEntry[]
  /** What the group would see. */
  messages(): readonly DingtalkEntry[]
  clear(): void
  /** Replaces all earlier misbehaviour and state. */
  behave(next?: Misbehaviour & DingtalkState): void
  waitForMessage(
    fits: (message: DingtalkEntry) => boolean,
    timeoutMs?: number,
  ): Promise<DingtalkEntry>
  close(): Promise<void>
}

const minute = 60_000
const block = 600_000

/** More than `limit` in any minute, and every message of the next ten minutes is refused. */
function createRateLimit(limit: number) {
  let recent: number[] = []
  let blockedUntil = 0
  return (now: number): DingtalkVerdict | null => {
    if (limit === Number.POSITIVE_INFINITY) return null
    recent = recent.filter((at) => now - at < minute)
    if (now >= blockedUntil && recent.length < limit) {
      recent.push(now)
      return null
    }
    if (now >= blockedUntil) blockedUntil = now + block
    return { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }
  }
}

/** A robot that checks like the real one, in the same order, and keeps a journal. */
export async function startDingTalkFake(options: DingtalkFakeOptions = {}): Promise<DingtalkFake> {
  const journal = createJournal<DingtalkEntry>(
    (entry) => `${entry.verdict.errcode} ${entry.verdict.errmsg}: ${entry.text.slice(0, 120)}`,
  )
  const overLimit = createRateLimit(options.limitPerMinute ?? 20)
  const seen = new Set<string>()
  let state: DingtalkState = {}

  const server = await startHttpFake((request) => {
    const now = Date.now()
    const message = parseRobotMessage(request.text)
    const msgUuid = typeof message?.msgUuid === 'string' ? message.msgUuid : null
    const verdict = refuseMessage(request, options, state, now) ??
      overLimit(now + (state.clockSkewMs ?? 0)) ?? { errcode: 0, errmsg: 'ok' }
    const accepted = verdict.errcode === 0
    const repeated = msgUuid !== null && seen.has(msgUuid)
    if (accepted && msgUuid !== null) seen.add(msgUuid)
    journal.add({
      at: now,
      request,
      verdict,
      accepted,
      repeated,
      msgtype: typeof message?.msgtype === 'string' ? message.msgtype : '',
      title: message === null ? '' : titleOf(message),
      text: message === null ? '' : contentOf(message),
      warnings: warningsFor(request.text),
    })
    const throttled =
      verdict.errcode === 130101 ? { status: 1111, wait: 5, source: 'x5', punish: 'deny' } : {}
    const date = new Date(now + (state.clockSkewMs ?? 0)).toUTCString()
    return { status: 200, body: JSON.stringify({ ...verdict, ...throttled }), headers: { date } }
  })

  const isShown = (entry: DingtalkEntry): boolean => entry.accepted && !entry.repeated
  return {
    url: server.url,
    port: server.port,
    requests: journal.all,
    messages: () => journal.all().filter(isShown),
    clear: journal.clear,
    behave(next = {}) {
      state = next
      server.behave(next)
    },
    waitForMessage: (fits, timeoutMs) =>
      journal.waitFor((entry) => isShown(entry) && fits(entry), timeoutMs),
    close: server.close,
  }
}
