import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../stack/free-port.ts'
import { startProcess } from '../stack/start-process.ts'
import type { Tally } from './sink.ts'

export interface Sink {
  readonly url: string
  readonly reset: () => Promise<void>
  /** Resolves once so many posts have arrived, with the rate from the first to the last. */
  readonly rateOf: (count: number) => Promise<number>
  /** What the last post said. */
  readonly newest: () => Promise<string>
  readonly close: () => Promise<void>
}

const patienceMs = 120_000

/** Starts the receiver to which everybody posts. */
export async function startSink(stop: AbortSignal): Promise<Sink> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const running = await startProcess({
    name: 'sink',
    args: [`${import.meta.dirname}/sink.ts`],
    cwd: import.meta.dirname,
    env: { PORT: String(port) },
    readyUrl: url,
    stop,
  })
  return {
    url,
    reset: async () => void (await fetch(url, { method: 'DELETE' })),
    async rateOf(wanted) {
      const deadline = performance.now() + patienceMs
      for (;;) {
        const tally: Tally = await (await fetch(url)).json()
        if (tally.count >= wanted) return (tally.count / tally.spanMs) * 1_000
        if (performance.now() > deadline) {
          throw new Error(`Of ${wanted} posts ${tally.count} arrived within two minutes.`)
        }
        stop.throwIfAborted()
        await pause(50)
      }
    },
    newest: async () => (await fetch(`${url}/newest`)).text(),
    close: running.end,
  }
}
