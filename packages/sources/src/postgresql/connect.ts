import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import type { ConnectionOptions } from 'node:tls'
import { createGuard, type NetworkPolicy } from '@highwater/channels/network'
import { seconds } from '@highwater/core'
import postgres, { type Options, type PostgresType, type Sql } from 'postgres'
import type { PostgresqlConfig, PostgresqlSecrets } from './config.ts'

const connectSeconds = 5
const statementLimit = seconds(5)
const lockLimit = seconds(2)

type Settings = { readonly config: PostgresqlConfig; readonly secrets: PostgresqlSecrets }

/** The name the person wrote is what the certificate must bear, whatever address it led to. */
function tlsOptions({ host, tls, caCertificate }: PostgresqlConfig): false | ConnectionOptions {
  if (tls === 'disable') return false
  return {
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    rejectUnauthorized: tls === 'verify-full',
    ...(caCertificate === undefined ? {} : { ca: caCertificate }),
  }
}

function connect({ config, secrets }: Settings, addresses: readonly LookupAddress[]): Sql {
  const settings: Options<Record<string, PostgresType>> = {
    database: config.database,
    username: config.user,
    // A function even when there is none: the driver would else send our own PGPASSWORD there.
    password: () => secrets.password ?? '',
    ssl: tlsOptions(config),
    max: 1,
    connect_timeout: connectSeconds,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    prepare: false,
    onnotice: () => undefined,
    connection: {
      application_name: 'highwater',
      default_transaction_read_only: true,
      statement_timeout: statementLimit,
      lock_timeout: lockLimit,
      search_path: 'pg_catalog',
      TimeZone: 'UTC',
    },
  }
  // Lists, which the driver tries in turn but does not declare: in a text it cuts IPv6 at the colon.
  const places = {
    host: addresses.map(({ address }) => address),
    port: addresses.map(() => config.port),
  }
  return postgres(Object.assign(settings, places))
}

/**
 * Runs `read` on a read-only connection to an address that the network rules allow: the name is
 * resolved once, and what was checked is what is connected to.
 */
export async function withConnection<Result>(
  { config, secrets }: Settings,
  network: NetworkPolicy,
  signal: AbortSignal,
  read: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  const addresses = await createGuard(network).resolve(config.host, config.port)
  signal.throwIfAborted()
  const sql = connect({ config, secrets }, addresses)
  const cutOff = () => void sql.end({ timeout: 0 })
  signal.addEventListener('abort', cutOff, { once: true })
  try {
    return await read(sql)
  } finally {
    signal.removeEventListener('abort', cutOff)
    await sql.end({ timeout: 1 })
  }
}
