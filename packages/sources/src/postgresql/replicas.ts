import type { Sql } from 'postgres'
import { furthest, type Lsn, parseLsn } from './lsn.ts'

/** Something that reads this server's log: a slot, or a connection that has no slot. */
export type Replica = {
  readonly how: 'logical-slot' | 'physical-slot' | 'connection'
  readonly name: string
  /** Of a logical slot. */
  readonly database: string | null
  readonly active: boolean
  readonly inactiveSince: string | null
  /** The walsender's word: startup, catchup, streaming, stopping. */
  readonly phase: string | null
  /** Why the slot can never be used again; null while it can. */
  readonly lost: string | null
  /** The server is about to remove log that the slot still needs. */
  readonly endangered: boolean
  readonly applied: Lsn | null
  /** The server's clock at the reading. */
  readonly readAt: number
}

type Row = {
  slot: string | null
  logical: boolean
  database: string | null
  application: string | null
  active: boolean
  inactive_since: string | null
  phase: string | null
  wal_status: string | null
  invalidation: string | null
  confirmed: string | null
  replayed: string | null
  flushed: string | null
  restart: string | null
  read_at: number
}

/** Columns of newer versions are read through JSON, where a missing one is null. */
const readRows = (sql: Sql) => sql<Row[]>`
  select s.slot_name::text as slot, coalesce(s.slot_type = 'logical', false) as logical,
    s.database::text as database, r.application_name as application,
    coalesce(s.active, true) as active, to_jsonb(s) ->> 'inactive_since' as inactive_since,
    r.state as phase, s.wal_status,
    coalesce(to_jsonb(s) ->> 'invalidation_reason',
      case when (to_jsonb(s) ->> 'conflicting')::boolean then 'conflict with recovery' end)
      as invalidation,
    s.confirmed_flush_lsn::text as confirmed, r.replay_lsn::text as replayed,
    r.flush_lsn::text as flushed, s.restart_lsn::text as restart,
    extract(epoch from clock_timestamp())::float8 * 1000 as read_at
  from pg_replication_slots s full join pg_stat_replication r on r.pid = s.active_pid
  where not coalesce(s.temporary, false)
    and not coalesce((to_jsonb(s) ->> 'synced')::boolean, false)
    and coalesce(s.slot_name !~ '^pg_[0-9]+_sync_[0-9]+_[0-9]+$', true)
    and coalesce(r.state <> 'backup', true)
    and (s.slot_type is null or s.slot_type = 'logical' or s.restart_lsn is not null
      or s.wal_status = 'lost')
  order by 1, 4`

function replicaOf(row: Row): Replica {
  const lost = row.invalidation ?? (row.wal_status === 'lost' ? 'wal_removed' : null)
  const replayed = parseLsn(row.replayed)
  // What a logical consumer applied is ahead of what it has made durable and confirmed.
  const applied = row.logical
    ? furthest(replayed, parseLsn(row.confirmed))
    : (replayed ?? parseLsn(row.flushed) ?? parseLsn(row.restart))
  return {
    how: row.slot === null ? 'connection' : row.logical ? 'logical-slot' : 'physical-slot',
    name: row.slot ?? (row.application || 'unnamed'),
    database: row.database,
    active: row.active,
    inactiveSince: row.inactive_since,
    phase: row.phase,
    lost,
    endangered: row.wal_status === 'unreserved',
    applied,
    readAt: row.read_at,
  }
}

const isBehind = (one: Replica, other: Replica): boolean =>
  one.applied === null || (other.applied !== null && one.applied < other.applied)

/** Every reader of this server's log; of connections that share a name, the slowest one. */
export async function readReplicas(sql: Sql): Promise<readonly Replica[]> {
  const found = new Map<string, Replica>()
  for (const row of await readRows(sql)) {
    const replica = replicaOf(row)
    const key = `${replica.how}/${replica.name}`
    const same = found.get(key)
    if (same === undefined || isBehind(replica, same)) found.set(key, replica)
  }
  return [...found.values()]
}
