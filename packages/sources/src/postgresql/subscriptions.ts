import type { Sql } from 'postgres'

/** A logical subscription of the connected database, as the subscriber sees it. */
export type Subscription = {
  readonly name: string
  readonly enabled: boolean
  readonly disablesOnError: boolean
  /** The apply worker runs. */
  readonly running: boolean
  /** It is past connecting: it waits for changes or has received some. */
  readonly connected: boolean
  /** It has heard from the publisher since it started; an idle publisher stays silent at first. */
  readonly received: boolean
  /** When the transaction now being applied began (server's clock, epoch ms); null between two. */
  readonly applyingSince: number | null
  /** What the worker waits for inside a transaction, such as a lock. */
  readonly waitsFor: string | null
  /** Counted by the server since its statistics were reset. */
  readonly errors: number
  readonly tables: number
  readonly copying: number
  readonly readAt: number
}

type Row = {
  name: string
  enabled: boolean
  disables_on_error: boolean
  running: boolean
  connected: boolean
  received: boolean
  applying_since: number | null
  waits_for: string | null
  errors: number
  tables: number
  copying: number
  read_at: number
}

/** Parallel workers have a leader, table copies a relation; neither is the subscription's own worker. */
const readRows = (sql: Sql) => sql<Row[]>`
  select s.subname::text as name, s.subenabled as enabled, s.subdisableonerr as disables_on_error,
    w.pid is not null as running, w.received_lsn is not null as received,
    coalesce(w.received_lsn is not null or a.wait_event = 'LogicalApplyMain', false) as connected,
    extract(epoch from a.xact_start)::float8 * 1000 as applying_since,
    case when a.wait_event_type = 'Lock' then 'a lock (' || a.wait_event || ')' end as waits_for,
    coalesce(e.apply_error_count + e.sync_error_count, 0)::float8 as errors,
    t.tables::int as tables, t.copying::int as copying,
    extract(epoch from clock_timestamp())::float8 * 1000 as read_at
  from pg_subscription s
  left join pg_stat_subscription w on w.subid = s.oid and w.relid is null
    and to_jsonb(w) ->> 'leader_pid' is null
  left join pg_stat_activity a on a.pid = w.pid
  left join pg_stat_subscription_stats e on e.subid = s.oid
  cross join lateral (
    select count(*) as tables, count(*) filter (where srsubstate in ('i', 'd')) as copying
    from pg_subscription_rel where srsubid = s.oid) t
  where s.subdbid = (select oid from pg_database where datname = current_database())
  order by 1`

export async function readSubscriptions(sql: Sql): Promise<readonly Subscription[]> {
  const rows = await readRows(sql)
  return rows.map((row) => ({
    name: row.name,
    enabled: row.enabled,
    disablesOnError: row.disables_on_error,
    running: row.running,
    connected: row.connected,
    received: row.received,
    applyingSince: row.applying_since,
    waitsFor: row.waits_for,
    errors: row.errors,
    tables: row.tables,
    copying: row.copying,
    readAt: row.read_at,
  }))
}
