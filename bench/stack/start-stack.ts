import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createSealer, type Sealer } from '@highwater/db/client'
import { memoryEnvironment, memoryLimits, readEnvironment } from '@highwater/environment'
import { freePort } from './free-port.ts'
import { type RunningProcess, startProcess } from './start-process.ts'

const root = join(import.meta.dirname, '../..')
const workerMain = join(root, 'apps/worker/dist/main.js')
const webFolder = join(root, 'apps/web')

/** The settings under which both programs run; the secrets are drawn anew for each stack. */
export type StackEnvironment = Awaited<ReturnType<typeof makeEnvironment>>

export interface BenchStack {
  readonly env: StackEnvironment
  /** Seals with the key that the programs have. */
  readonly sealer: Sealer
  readonly worker: RunningProcess
  /** Null when it was left out. */
  readonly web: RunningProcess | null
}

interface StackOptions {
  readonly databaseUrl: string
  readonly withWeb: boolean
  /** What has to stand before the programs start, sealed with the key that they will have. */
  readonly prepare?: (sealer: Sealer) => Promise<void>
  readonly stop: AbortSignal
}

const randomText = (): string => randomBytes(32).toString('base64')

export async function makeEnvironment(databaseUrl: string) {
  const port = await freePort()
  return {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    HIGHWATER_SECRET: `bench:${randomText()}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    HIGHWATER_URL: `http://127.0.0.1:${port}`,
    HIGHWATER_WORKER_PORT: String(await freePort()),
    HIGHWATER_ALLOWED_NETWORKS: '127.0.0.1',
    HIGHWATER_ADMIN_EMAIL: 'bench@example.com',
    HIGHWATER_ADMIN_PASSWORD: randomText(),
    HIGHWATER_BOOTSTRAP_TOKEN: randomText(),
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'json',
  }
}

function startWorker(env: StackEnvironment, stop: AbortSignal): Promise<RunningProcess> {
  const readyUrl = `http://127.0.0.1:${env.HIGHWATER_WORKER_PORT}/api/health/ready`
  return startProcess({
    name: 'worker',
    args: [...memoryLimits.worker, workerMain],
    cwd: root,
    env: { ...memoryEnvironment, ...env },
    readyUrl,
    stop,
  })
}

function startWeb(env: StackEnvironment, stop: AbortSignal): Promise<RunningProcess> {
  const next = join(webFolder, 'node_modules/next/dist/bin/next')
  const args = [...memoryLimits.web, next, 'start', '-p', env.PORT, '-H', env.HOST]
  const readyUrl = `${env.HIGHWATER_URL}/api/health/ready`
  return startProcess({
    name: 'web server',
    args,
    cwd: webFolder,
    env: { ...memoryEnvironment, ...env },
    readyUrl,
    stop,
  })
}

/** Lends the real worker and web server, each a process of its own as `npm start` runs them. */
export async function withStack<Out>(
  { databaseUrl, withWeb, stop, prepare }: StackOptions,
  use: (stack: BenchStack) => Promise<Out>,
): Promise<Out> {
  const built = [workerMain, ...(withWeb ? [join(webFolder, '.next/BUILD_ID')] : [])]
  const missing = built.find((file) => !existsSync(file))
  if (missing !== undefined) {
    throw new Error(`${missing} is missing; \`npm run bench\` builds it before it measures.`)
  }
  const env = await makeEnvironment(databaseUrl)
  const sealer = createSealer(readEnvironment(env, 'worker').HIGHWATER_SECRET)
  await prepare?.(sealer)
  const running: RunningProcess[] = []
  const keep = (started: RunningProcess): RunningProcess => {
    running.push(started)
    return started
  }
  try {
    const worker = keep(await startWorker(env, stop))
    const web = withWeb ? keep(await startWeb(env, stop)) : null
    return await use({ env, sealer, worker, web })
  } finally {
    await Promise.all(running.map((started) => started.end()))
  }
}
