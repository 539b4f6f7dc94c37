import { type Service, type ServiceTask, startService } from '../processes/service.ts'
import type { StopRequest } from '../processes/stop-request.ts'
import type { OpenDatabase } from './open-database.ts'

type Together = {
  readonly tasks: readonly ServiceTask[]
  readonly database: OpenDatabase
  readonly stop: StopRequest
  /** Called once all are started; may take as long as it likes. */
  readonly whenStarted: (stop: AbortSignal) => Promise<void>
}

/**
 * Runs the programs until a stop is wanted (exit code 0) or one of them dies (1, with one sentence).
 * None outlives the others: programs end first, the database last.
 */
export async function runTogether({
  tasks,
  database,
  stop,
  whenStarted,
}: Together): Promise<number> {
  const services: Service[] = []
  const over = new AbortController()
  const stopping = new Promise<undefined>((resolve) => {
    stop.wanted.addEventListener('abort', () => resolve(undefined), { once: true })
    if (stop.wanted.aborted) resolve(undefined)
  })
  try {
    if (stop.wanted.aborted) return 0
    for (const task of tasks) services.push(startService(task))
    const ends = [database.ended, ...services.map((service) => service.ended)]
    const started = whenStarted(AbortSignal.any([stop.wanted, over.signal]))
    const sentence = await Promise.race([
      stopping,
      ...ends,
      started.then(() => Promise.race([stopping, ...ends])),
    ])
    if (sentence === undefined) return 0
    console.error(`${sentence} Highwater is stopping.`)
    return 1
  } finally {
    over.abort()
    await Promise.all(services.map((service) => service.stop(stop.urgent)))
    await database.close()
  }
}
