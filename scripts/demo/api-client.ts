import type { Settings } from './read-settings.ts'

/** Highwater cannot be reached or is not ready: worth another try. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

export interface ApiClient {
  /** @throws Unreachable, or Error with the API's own explanation */
  readonly get: <Answer>(path: string) => Promise<Answer>
  /** @throws Unreachable, or Error with the API's own explanation */
  readonly post: <Answer>(path: string, body: object) => Promise<Answer>
}

interface Problem {
  readonly title?: string
  readonly detail?: string
}

const patienceMs = 15_000
/** Too many requests, and what proxies and a starting server answer. */
const passing = [429, 502, 503, 504]

async function explain(answer: Response): Promise<string> {
  const text = await answer.text()
  try {
    const { title, detail }: Problem = JSON.parse(text)
    return detail ?? title ?? text.slice(0, 200)
  } catch {
    return text.slice(0, 200)
  }
}

/** Speaks to the public API as any program outside does. */
export function createApiClient({ url, token }: Settings, stop: AbortSignal): ApiClient {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  async function call<Answer>(path: string, init: RequestInit): Promise<Answer> {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(patienceMs)])
    let answer: Response
    try {
      answer = await fetch(`${url}/api/v1${path}`, { ...init, headers, signal })
    } catch {
      stop.throwIfAborted()
      throw new Unreachable(`Highwater does not answer at ${url}; is it running?`)
    }
    if (answer.ok) return (await answer.json()) as Answer
    const sentence = `${url} answered ${answer.status}: ${await explain(answer)}`
    throw passing.includes(answer.status) ? new Unreachable(sentence) : new Error(sentence)
  }
  return {
    get: (path) => call(path, { method: 'GET' }),
    post: (path, body) => call(path, { method: 'POST', body: JSON.stringify(body) }),
  }
}
