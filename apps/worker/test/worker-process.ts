import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
/** Each start would compile the same program anew. */
const compiled = fileURLToPath(
  new URL('../../../node_modules/.cache/worker-tests', import.meta.url),
)
const keepCompiled = ['--import', new URL('./keep-compiled.ts', import.meta.url).href]

/** The material of `testSealer`'s key does not matter here: seeded secrets are sealed by this one. */
export const workerSecret = 'a-secret-of-the-tests-that-is-long-enough'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export interface WorkerProcess {
  readonly healthUrl: string
  readonly log: () => string
  /** Dies at once, as in a power cut. */
  readonly kill: () => Promise<void>
  /** SIGTERM unless told; resolves with the exit code when everything in flight is done. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Whatever its clock: tests move that of the database. */
async function untilReady(
  child: ChildProcess,
  healthUrl: string,
  log: () => string,
  closed: Promise<unknown>,
): Promise<void> {
  const deadline = performance.now() + 20_000
  while (performance.now() < deadline) {
    if (child.exitCode !== null) {
      // What it said last may still be on its way.
      await closed
      throw new Error(`the worker ended at its start:\n${log()}`)
    }
    const ready = await fetch(`${healthUrl}/api/health/ready`).then(
      async (answer) => (await answer.text()).includes('"database":true'),
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the worker did not become ready:\n${log()}`)
}

/** Starts the real worker as a process of its own. */
export async function startWorkerProcess(databaseUrl: string): Promise<WorkerProcess> {
  const port = await freePort()
  const child = spawn(process.execPath, [...keepCompiled, main], {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: compiled,
      DATABASE_URL: databaseUrl,
      HIGHWATER_SECRET: workerSecret,
      HIGHWATER_WORKER_PORT: String(port),
      HIGHWATER_ALLOWED_NETWORKS: '127.0.0.1',
      LOG_FORMAT: 'json',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk.toString('utf8')
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const closed = once(child, 'close')
  const healthUrl = `http://127.0.0.1:${port}`
  await untilReady(child, healthUrl, () => output, closed).catch((error) => {
    child.kill('SIGKILL')
    throw error
  })
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await closed
    return child.exitCode
  }
  return {
    healthUrl,
    log: () => output,
    kill: async () => void (await end('SIGKILL')),
    stop: (signal = 'SIGTERM') => end(signal),
  }
}
