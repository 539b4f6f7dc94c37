import { Agent } from 'undici'
import { median } from '../measure/statistics.ts'

const repeats = 50

export interface Visitor {
  /** Milliseconds until the whole page has been read, the median of some visits. */
  readonly visit: (path: string) => Promise<number>
  readonly close: () => Promise<void>
}

/** Visits pages one after another over one connection, as a signed-in person. */
export function createVisitor(url: string, cookie: string, stop: AbortSignal): Visitor {
  const agent = new Agent({ connections: 1, keepAliveTimeout: 60_000 })
  const visitOnce = async (path: string): Promise<number> => {
    stop.throwIfAborted()
    const started = performance.now()
    const { statusCode, body } = await agent.request({
      origin: url,
      path,
      method: 'GET',
      headers: { cookie, accept: 'text/html' },
    })
    const text = await body.text()
    const duration = performance.now() - started
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${text.slice(0, 300)}`)
    return duration
  }
  return {
    async visit(path) {
      const durations: number[] = []
      for (let count = 0; count < repeats; count += 1) durations.push(await visitOnce(path))
      return median(durations)
    },
    close: () => agent.close(),
  }
}
