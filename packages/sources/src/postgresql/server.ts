import { type Instant, type Millis, millis } from '@highwater/core'
import type { Sql } from 'postgres'
import { CollectError } from './explain-failure.ts'
import type { Mark } from './memory.ts'

const oldestVersion = 150_000

/**
 * Makes sure that the server's answers can be believed, and returns the cluster's own identity,
 * which a standby shares with its primary.
 */
export async function identifyServer(sql: Sql, user: string): Promise<string> {
  const [row] = await sql<{ version: number; sees_everything: boolean }[]>`
    select current_setting('server_version_num')::int as version,
      pg_has_role(current_user, 'pg_read_all_stats', 'usage') as sees_everything`
  if (row === undefined || row.version < oldestVersion) {
    const version = row === undefined ? 'unknown' : Math.floor(row.version / 10_000)
    throw new CollectError(
      'unsupported-version',
      `The server is PostgreSQL ${version}; PostgreSQL 15 or newer can be watched.`,
    )
  }
  // Without the role the server answers with empty columns, which would read as "no lag".
  if (!row.sees_everything) {
    throw new CollectError(
      'permission',
      `User ${user} cannot see the state of replication. Run: GRANT pg_monitor TO "${user}"`,
    )
  }
  const [control] = await sql<{ system: string }[]>`
    select system_identifier::text as system from pg_control_system()`
  return control?.system ?? ''
}

/** How far the server's clock is ahead of ours, half a round trip exact. */
export async function measureClock(sql: Sql, now: () => Instant): Promise<Millis> {
  const asked = now()
  const [row] = await sql<{ at: number }[]>`
    select extract(epoch from clock_timestamp())::float8 * 1000 as at`
  const middle = (asked + now()) / 2
  return millis(Math.round((row?.at ?? middle) - middle))
}

/**
 * The end of the log that this server knows of. The clock is read first, so everything committed
 * by then lies before the position. Null on a standby that has no connection to learn from.
 */
export async function readMark(sql: Sql): Promise<Mark | null> {
  const [row] = await sql<{ at: number; lsn: string | null }[]>`
    select extract(epoch from clock_timestamp())::float8 * 1000 as at,
      case when pg_is_in_recovery() then (
        select greatest(pg_last_wal_receive_lsn(), r.latest_end_lsn)
        from pg_stat_wal_receiver r where r.status = 'streaming')
      else pg_current_wal_flush_lsn() end::text as lsn`
  return row === undefined || row.lsn === null ? null : { at: row.at, lsn: row.lsn }
}
