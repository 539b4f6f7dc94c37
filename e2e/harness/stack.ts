import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  dumpUnsealed,
  type FreshDatabase,
  freshDatabase,
  setParameters,
} from '@highwater/db/testing'
import { type Clock, clockOf } from './clock.ts'
import { freePort } from './free-port.ts'
import { type Program, program } from './program.ts'

const root = join(import.meta.dirname, '../..')
const webFolder = join(root, 'apps/web')
const workerMain = join(root, 'apps/worker/dist/main.js')

export const administrator = {
  name: 'Li Lei',
  email: 'lilei@example.com',
  password: 'high water on the quay',
} as const

/** A whole installation of its own: database, web server and worker, on the loopback address. */
export interface Stack {
  /** Where a person opens it. */
  readonly url: string
  /** Moves the time of everything at once. */
  readonly clock: Clock
  readonly web: Program
  readonly worker: Program
  /** An API token that may do everything. */
  readonly token: string
  /** What the database holds outside of its sealed columns. */
  readonly dump: () => Promise<string>
  readonly stop: () => Promise<void>
}

const randomText = (): string => randomBytes(32).toString('base64url')

function requireBuilt(): void {
  const missing = [workerMain, join(webFolder, '.next/BUILD_ID')].find((file) => !existsSync(file))
  if (missing !== undefined) {
    throw new Error(`${missing} is missing: the journeys run what \`npm run build\` has built.`)
  }
}

async function makeEnvironment(databaseUrl: string, withAdministrator: boolean) {
  const port = String(await freePort())
  return {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    TZ: 'UTC',
    DATABASE_URL: databaseUrl,
    HIGHWATER_SECRET: randomText(),
    HOST: '127.0.0.1',
    PORT: port,
    HIGHWATER_URL: `http://127.0.0.1:${port}`,
    HIGHWATER_WORKER_PORT: String(await freePort()),
    HIGHWATER_ALLOWED_NETWORKS: '127.0.0.1,localhost',
    HIGHWATER_BOOTSTRAP_TOKEN: randomText(),
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'debug',
    ...(withAdministrator
      ? {
          HIGHWATER_ADMIN_EMAIL: administrator.email,
          HIGHWATER_ADMIN_PASSWORD: administrator.password,
        }
      : {}),
  }
}

type StackEnvironment = Awaited<ReturnType<typeof makeEnvironment>>

const webProgram = (env: StackEnvironment): Program =>
  program({
    name: 'web server',
    args: [
      join(webFolder, 'node_modules/next/dist/bin/next'),
      ...['start', '-p', env.PORT, '-H', env.HOST],
    ],
    cwd: webFolder,
    env,
    readyUrl: `${env.HIGHWATER_URL}/api/health/live`,
  })

const workerProgram = (env: StackEnvironment): Program =>
  program({
    name: 'worker',
    args: [workerMain],
    cwd: root,
    env,
    // Journeys move the database's clock, and a worker whose own one differs is not ready.
    readyUrl: `http://127.0.0.1:${env.HIGHWATER_WORKER_PORT}/api/health/live`,
  })

const day = 24 * 60 * 60

/** The machine that runs the journeys may be busy or stand still: that is no news for them to stumble over. */
const forgiveBusyMachine = ({ db }: FreshDatabase) =>
  setParameters(db, {
    hostCpuPercent: 100,
    hostMemoryPercent: 100,
    // Between two steps of a journey more than a minute may pass, in which no project says anything.
    noSignalAtLeastSeconds: day,
    noSignalUnknownIntervalSeconds: day,
    evaluationGapSeconds: 3_600,
    // Where the clock moves by minutes, the worker's own machine seems to have been silent for as long.
    hostSilenceSeconds: day,
  })

/** Starts the built programs on a new database of this server, as `npm start` would. */
export async function startStack(
  serverUrl: string,
  options: { readonly withAdministrator: boolean },
): Promise<Stack> {
  requireBuilt()
  const database = await freshDatabase(serverUrl)
  await forgiveBusyMachine(database)
  const env = await makeEnvironment(database.url, options.withAdministrator)
  const web = webProgram(env)
  const worker = workerProgram(env)
  const stop = async () => {
    // The journey is over: nobody waits for what they would still finish.
    await Promise.all([web.kill(), worker.kill()])
    await database.close()
  }
  const starts = await Promise.allSettled([web.start(), worker.start()])
  const failed = starts.find((result) => result.status === 'rejected')
  if (failed !== undefined) {
    await stop()
    throw failed.reason
  }
  const { HIGHWATER_URL: url, HIGHWATER_BOOTSTRAP_TOKEN: token } = env
  const dump = () => dumpUnsealed(database.db)
  return { url, token, dump, clock: clockOf(database), web, worker, stop }
}
