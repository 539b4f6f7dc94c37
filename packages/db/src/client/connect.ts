import { type Millis, minutes, seconds } from '@highwater/core'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '../schema/index.ts'
import { hideValues } from './hide-values.ts'
import { formatTimestamp, parseTimestamp, timestamptzType } from './instants.ts'
import { noticeSilence } from './silence.ts'

type Orm = PostgresJsDatabase<typeof schema>

/** A transaction as Drizzle gives it; hot statements reach it through `run`. */
export type Transaction = Parameters<Parameters<Orm['transaction']>[0]>[0]
export type Sql = postgres.Sql
export type TransactionSql = postgres.TransactionSql

/**
 * One pool of connections. `orm` serves commands and queries, `sql` the set-based statements of the
 * hot path. On both, a timestamptz is an `Instant` (milliseconds), never a Date.
 */
export interface Database {
  readonly orm: Orm
  readonly sql: Sql
  readonly close: () => Promise<void>
}

export interface ConnectOptions {
  /** Shown by the server as application_name. */
  readonly name: string
  readonly maxConnections?: number
  /** After how long it is asked whether a question that is not answered is still worked on. */
  readonly silentFor?: Millis
  /** How long the server keeps a transaction, and its locks, of a client that says nothing. */
  readonly idleFor?: Millis
}

/** A database that is back after an hour must not be left waiting: half a second at most. */
const secondsBetweenAttempts = (failures: number): number => Math.min(0.5, 0.01 * 2 ** failures)

/**
 * A machine that loses its power says no goodbye: by default the server holds its locks for two hours.
 * @param idle between two statements of one transaction; none of ours takes a second there
 */
const forsakenAfter = (idle: Millis) => ({
  idle_in_transaction_session_timeout: idle,
  tcp_keepalives_idle: 60,
  tcp_keepalives_interval: 10,
  tcp_keepalives_count: 3,
  tcp_user_timeout: minutes(1),
})

export function connect(url: string, options: ConnectOptions): Database {
  const sql = postgres(url, {
    max: options.maxConnections ?? 10,
    onnotice: () => {},
    connect_timeout: 10,
    backoff: secondsBetweenAttempts,
    silence: noticeSilence(url, options.name, options.silentFor ?? seconds(10)),
    connection: {
      application_name: options.name,
      TimeZone: 'UTC',
      ...forsakenAfter(options.idleFor ?? seconds(30)),
      // Disks that seek are gone. With the default of 4, a batch of 1,000 ids read whole tables.
      random_page_cost: 1.1,
      // Every question is short: starting helpers for it takes longer than answering it.
      max_parallel_workers_per_gather: 0,
    },
  })
  hideValues()
  const orm = drizzle(sql, { schema, casing: 'snake_case' })
  restoreTypes(sql)
  return { orm, sql, close: () => sql.end({ timeout: 5 }) }
}

const jsonTypes = [114, 3802]
/** Arrays of timestamps: without an entry the driver derives them from the single type. */
const timestampArrayTypes = [1182, 1183, 1115, 1185]

/** Drizzle makes the driver pass times and JSON through as text; the set-based statements need them. */
function restoreTypes({ options }: Sql): void {
  options.parsers[timestamptzType] = parseTimestamp
  options.serializers[timestamptzType] = formatTimestamp
  for (const type of timestampArrayTypes) {
    delete options.parsers[type]
    delete options.serializers[type]
  }
  for (const type of jsonTypes) {
    options.serializers[type] = (value: unknown) =>
      typeof value === 'string' ? value : JSON.stringify(value)
  }
}
