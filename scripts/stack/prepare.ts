import { resolve } from 'node:path'
import { foreignKeyIn } from '@highwater/db/audit'
import { connect, createSealer } from '@highwater/db/client'
import { isInUse, migrate } from '@highwater/db/migrate'
import { type Environment, foreignSecret, readEnvironment } from '@highwater/environment'
import { root } from '../processes/root.ts'
import { checkPort } from './check-port.ts'
import { keepSecret, readSecret, secretIsGone } from './keep-secret.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { localTimeZone } from './time-zone.ts'
import { warningAfter } from './warning-after.ts'

export type PreparedStack = {
  readonly environment: Environment<'start'>
  readonly database: OpenDatabase
  /** Everything web and worker are given, nothing left for them to guess. */
  readonly childEnvironment: NodeJS.ProcessEnv
}

/** Checks settings and ports before anything is started, then opens and migrates the database. */
export async function prepareStack(): Promise<PreparedStack> {
  const environment = readEnvironment(process.env, 'start')
  await checkPorts(environment)
  const dataDir = resolve(root, environment.HIGHWATER_DATA_DIR)
  const database = await openDatabase(environment.DATABASE_URL, dataDir)
  try {
    const timeZone = localTimeZone(environment.HIGHWATER_TIME_ZONE)
    const warning = warningAfter(await migrate(database.url, { timeZone }))
    if (warning !== null) console.warn(warning)
    const secret = process.env.HIGHWATER_SECRET?.trim() || (await findSecret(dataDir, database))
    await refuseForeignSecret(secret, database)
    return { environment, database, childEnvironment: forChildren(environment, database, secret) }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Made at the first start only: with a new one nothing that is sealed could be opened. */
async function findSecret(dataDir: string, database: OpenDatabase): Promise<string> {
  if (readSecret(dataDir) === undefined && (await isInUse(database.url))) {
    throw secretIsGone(dataDir)
  }
  return keepSecret(dataDir)
}

/** Said here once, before web and worker would each refuse to start. */
async function refuseForeignSecret(secret: string, { url }: OpenDatabase): Promise<void> {
  const { HIGHWATER_SECRET } = readEnvironment({ HIGHWATER_SECRET: secret }, 'start')
  const db = connect(url, { name: 'highwater-start', maxConnections: 1 })
  try {
    const key = await foreignKeyIn(db, createSealer(HIGHWATER_SECRET ?? []))
    if (key !== null) throw foreignSecret(key)
  } finally {
    await db.close()
  }
}

async function checkPorts(environment: Environment<'start'>): Promise<void> {
  const { HOST, PORT, HIGHWATER_WORKER_PORT } = environment
  await checkPort({ variable: 'PORT', host: HOST, port: PORT })
  const worker = { variable: 'HIGHWATER_WORKER_PORT', port: HIGHWATER_WORKER_PORT }
  await checkPort({ ...worker, host: '127.0.0.1' })
}

function forChildren(
  environment: Environment<'start'>,
  database: OpenDatabase,
  secret: string,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOST: environment.HOST,
    PORT: String(environment.PORT),
    HIGHWATER_URL: environment.HIGHWATER_URL,
    HIGHWATER_WORKER_PORT: String(environment.HIGHWATER_WORKER_PORT),
    DATABASE_URL: database.url,
    HIGHWATER_SECRET: secret,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
