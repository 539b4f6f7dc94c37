import type { Sql } from 'postgres'
import { furthest, type Lsn, parseLsn } from './lsn.ts'

/** This server as a physical standby. */
export type Standby = {
  /** `cluster_name`, by which operators tell standbys apart; null when it is not set. */
  readonly name: string | null
  readonly streaming: boolean
  /** It is configured to connect to a primary, not only to read archived log. */
  readonly connects: boolean
  readonly replayPaused: boolean
  /** The end of the log it has or has heard of. */
  readonly known: Lsn | null
  readonly replayed: Lsn | null
  /** The commit time of the last replayed transaction, by the primary's clock (epoch ms). */
  readonly replayedCommit: number | null
  readonly readAt: number
}

type Row = {
  name: string
  receiver: string | null
  connects: boolean
  pause_state: string
  received: string | null
  heard: string | null
  replayed: string | null
  replayed_commit: number | null
  read_at: number
}

/** Null when the server is a primary. */
export async function readStandby(sql: Sql): Promise<Standby | null> {
  const [row] = await sql<Row[]>`
    select current_setting('cluster_name') as name, r.status as receiver,
      coalesce((select setting <> '' from pg_settings where name = 'primary_conninfo'), true)
        as connects,
      pg_get_wal_replay_pause_state() as pause_state,
      pg_last_wal_receive_lsn()::text as received, r.latest_end_lsn::text as heard,
      pg_last_wal_replay_lsn()::text as replayed,
      extract(epoch from pg_last_xact_replay_timestamp())::float8 * 1000 as replayed_commit,
      extract(epoch from clock_timestamp())::float8 * 1000 as read_at
    from (select where pg_is_in_recovery()) here left join pg_stat_wal_receiver r on true`
  if (row === undefined) return null
  return {
    name: row.name === '' ? null : row.name,
    streaming: row.receiver === 'streaming',
    connects: row.connects,
    replayPaused: row.pause_state !== 'not paused',
    known: furthest(parseLsn(row.received), parseLsn(row.heard)),
    replayed: parseLsn(row.replayed),
    replayedCommit: row.replayed_commit,
    readAt: row.read_at,
  }
}
