import { randomUUID } from 'node:crypto'
import { createPorts, createScriptPort } from '@highwater/channels/send'
import type { WorkerId } from '@highwater/core'
import { foreignKeyIn } from '@highwater/db/audit'
import { connect, createSealer, isDatabaseAway } from '@highwater/db/client'
import { EnvironmentError, foreignSecret } from '@highwater/environment'
import { readWorkerEnvironment, type WorkerEnvironment } from './environment.ts'
import { startHealthServer } from './health-server.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { networkPolicyOf } from './network-policy.ts'
import { sharedMemory } from './shared-memory.ts'
import { startWorker } from './worker.ts'

/** How long a stop waits for sends in flight; the outcome of a send cut off here is unknown. */
const drainMs = 12_000

async function run(environment: WorkerEnvironment): Promise<void> {
  const log = createLog(environment)
  const db = connect(environment.DATABASE_URL, { name: 'highwater-worker', maxConnections: 12 })
  const metrics = createMetrics()
  const abort = new AbortController()
  const ports = createPorts(networkPolicyOf(environment))
  const folder = environment.HIGHWATER_SCRIPT_DIRECTORY
  const sealer = createSealer(environment.HIGHWATER_SECRET)
  // Before it is said to be ready: whoever waits for that may rely on it.
  const foreignKey = await foreignKeyIn(db, sealer)
  if (foreignKey !== null) throw foreignSecret(foreignKey)
  const health = await startHealthServer(environment.HIGHWATER_WORKER_PORT, db, metrics)
  const starting = startWorker({
    id: `worker-${randomUUID()}` as WorkerId,
    db,
    sealer,
    ports,
    scripts: folder === undefined ? undefined : createScriptPort(folder),
    memory: sharedMemory({ db, sealer, log }),
    environment,
    log,
    metrics,
    abort: abort.signal,
  })

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    log.info('stopping')
    const cutOff = setTimeout(() => abort.abort(), drainMs)
    const worker = await starting
    await worker.stop()
    clearTimeout(cutOff)
    health.close()
    await ports.close()
    await db.close()
    log.info('stopped')
  }
  // The last is what a terminal says that is closed.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, stop)
  await starting
  log.info('watching')
}

/** What lies at the bottom: above it stands only in the midst of which question. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : messageOf(error.cause)
}

try {
  await run(readWorkerEnvironment())
} catch (error) {
  const message = messageOf(error)
  const what = isDatabaseAway(error) ? 'DATABASE_URL: the database takes nobody in: ' : ''
  process.stderr.write(
    `${error instanceof EnvironmentError ? message : `The worker cannot start: ${what}${message}`}\n`,
  )
  process.exit(1)
}
