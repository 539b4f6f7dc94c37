import { type Answer, type Misbehaviour, type ReceivedRequest, startHttpFake } from './http-fake.ts'
import { createJournal } from './journal.ts'

/** What a robot makes of one request. */
export interface Judgement extends Answer {
  /** The message would be seen by its readers. */
  readonly accepted: boolean
  /** The readable text of the message. */
  readonly text: string
  /** What the provider would swallow silently although nobody gets what was meant. */
  readonly warnings: readonly string[]
}

/** One request, with what became of it. */
export interface RobotEntry extends Judgement {
  readonly at: number
  readonly request: ReceivedRequest
}

export interface RobotFake<State = object> {
  /** The gateway address for a channel's `baseUrl`. */
  readonly url: string
  readonly port: number
  /** Everything that was received, refused requests included. */
  requests(): readonly RobotEntry[]
  /** What its readers would see. */
  messages(): readonly RobotEntry[]
  clear(): void
  /** Replaces all earlier misbehaviour and state. */
  behave(next?: Misbehaviour & Partial<State>): void
  waitForMessage(fits: (message: RobotEntry) => boolean, timeoutMs?: number): Promise<RobotEntry>
  close(): Promise<void>
}

/** A server that judges each request as its provider would, and keeps a journal. */
export async function startRobotFake<State extends object>(
  judge: (request: ReceivedRequest, state: Partial<State>, now: number) => Judgement,
): Promise<RobotFake<State>> {
  const journal = createJournal<RobotEntry>(
    ({ status, body, text }) => `${status} ${body}: ${text.slice(0, 120)}`,
  )
  let state: Partial<State> = {}
  const server = await startHttpFake((request) => {
    const at = Date.now()
    const judgement = judge(request, state, at)
    journal.add({ ...judgement, at, request })
    return judgement
  })
  return {
    url: server.url,
    port: server.port,
    requests: journal.all,
    messages: () => journal.all().filter(({ accepted }) => accepted),
    clear: journal.clear,
    behave(next = {}) {
      state = next
      server.behave(next)
    },
    waitForMessage: (fits, timeoutMs) =>
      journal.waitFor((entry) => entry.accepted && fits(entry), timeoutMs),
    close: server.close,
  }
}

/** A JSON object, or null for anything else. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(text)
    return isObject(parsed) ? parsed : null
  } catch {
    return null
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a path of keys, or undefined where the path ends early. */
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((found, key) => (isObject(found) ? found[key] : undefined), value)

export const textAt = (value: unknown, ...path: readonly string[]): string => {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : ''
}
