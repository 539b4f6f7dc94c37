import { resolve } from 'node:path'
import { migrate } from '@highwater/db/migrate'
import { type Environment, readEnvironment } from '@highwater/environment'
import { root } from '../processes/root.ts'
import { checkPort } from './check-port.ts'
import { keepSecret } from './keep-secret.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { localTimeZone } from './time-zone.ts'

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
    const secret = process.env.HIGHWATER_SECRET?.trim() || keepSecret(dataDir)
    await migrate(database.url, { timeZone: localTimeZone(environment.HIGHWATER_TIME_ZONE) })
    return { environment, database, childEnvironment: forChildren(environment, database, secret) }
  } catch (error) {
    await database.close()
    throw error
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
