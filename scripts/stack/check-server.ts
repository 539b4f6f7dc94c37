import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { CommandFailure } from '../processes/failure.ts'

const leastVersion = 150_000

/** Fails with one sentence unless a PostgreSQL we can use answers at the address. */
export async function checkServer(databaseUrl: string, patienceMs = 10_000): Promise<void> {
  const { hostname, port, pathname } = new URL(databaseUrl)
  const where = `${hostname}:${port || '5432'}${pathname}`
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 60, onnotice: () => undefined })
  let version: number
  try {
    // The driver reconnects for ever to whatever hangs up on it, so the patience has to be ours.
    version = await Promise.race([readVersion(sql), silence(patienceMs)])
  } catch (error) {
    throw new CommandFailure(`DATABASE_URL: ${where} cannot be used: ${reason(error)}.`)
  } finally {
    await sql.end({ timeout: 0 })
  }
  if (version < leastVersion) {
    const major = Math.floor(version / 10_000)
    throw new CommandFailure(`DATABASE_URL: ${where} is PostgreSQL ${major}, and 15 is the least.`)
  }
}

async function readVersion(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ version: number }[]>`
    select current_setting('server_version_num')::integer as version`
  return row?.version ?? 0
}

async function silence(patienceMs: number): Promise<never> {
  await pause(patienceMs, undefined, { ref: false })
  throw Object.assign(new Error('No answer.'), { code: 'CONNECT_TIMEOUT' })
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no such host is known',
  EAI_AGAIN: 'the host name cannot be looked up',
  CONNECT_TIMEOUT: 'it does not answer as a PostgreSQL does',
  ETIMEDOUT: 'it did not answer in time',
  EHOSTUNREACH: 'the host cannot be reached',
  ECONNRESET: 'it hangs up, as a server without TLS does where the address asks for it (sslmode)',
  '28P01': 'it refuses the user name or password',
  '28000': 'it refuses this user',
  '3D000': 'it has no such database',
  '57P03': 'it is still starting up',
  '53300': 'it has no connection left',
}

/** PostgreSQL's own messages may repeat what was in the address; only known codes are put in words. */
function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
  return reasons[code] ?? code
}
