import { randomUUID } from 'node:crypto'
import { createPorts, createScriptPort } from '@highwater/channels/send'
import type { WorkerId } from '@highwater/core'
import { connect, createSealer } from '@highwater/db/client'
import { EnvironmentError } from '@highwater/environment'
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
  const health = await startHealthServer(environment.HIGHWATER_WORKER_PORT, db, metrics)
  const sealer = createSealer(environment.HIGHWATER_SECRET)
  const worker = await startWorker({
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
  log.info('watching')

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    log.info('stopping')
    const cutOff = setTimeout(() => abort.abort(), drainMs)
    await worker.stop()
    clearTimeout(cutOff)
    health.close()
    await ports.close()
    await db.close()
    log.info('stopped')
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

try {
  await run(readWorkerEnvironment())
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(
    `${error instanceof EnvironmentError ? message : `The worker cannot start: ${message}`}\n`,
  )
  process.exit(1)
}
