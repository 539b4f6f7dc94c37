import type { Database } from '@highwater/db/client'

type Transaction = Parameters<Parameters<Database['sql']['begin']>[1]>[0]

/** Each hour of each project with a number that its figures are drawn from, the same in every run. */
const drawHours = (tx: Transaction, days: number) => tx`
  create temporary table drawn on commit drop as
  select p.id as project_id, hour_at, abs(hashtextextended(p.external_key || hour_at, 7)) as seed
  from project p cross join generate_series(
    date_trunc('day', now(), 'UTC') - make_interval(days => ${days}::int),
    date_trunc('hour', now(), 'UTC') - interval '1 hour', interval '1 hour') as hour_at`

const fillHours = (tx: Transaction) => tx`
  insert into history_hour (project_id, hour_at, samples, first_at, last_at, max_ms, min_ms, last_ms,
    by_position)
  select project_id, hour_at, 360, hour_at + interval '3 s', hour_at + interval '3593 s',
    case when seed % 80 = 0 then 20000 + seed / 80 % 100000 else 1000 + seed % 5000 end,
    500, 1000 + seed % 900, false
  from drawn order by hour_at, project_id`

const fillMinutes = (tx: Transaction) => tx`
  insert into history_minute (project_id, hour_at, max_ms, last_ms)
  select project_id, hour_at,
    array_agg(case when is_breach then peak else calm end::int order by minute),
    array_agg(case when is_breach then peak * 9 / 10 else calm end::int order by minute)
  from (
    select project_id, hour_at, minute, 1000 + (seed % 5000 + minute * 37) % 5000 as calm,
      20000 + seed / 80 % 100000 as peak,
      seed % 80 = 0 and minute between seed / 7 % 50 and seed / 7 % 50 + seed / 11 % 9 as is_breach
    from drawn cross join generate_series(0, 59) as minute
  ) as figures
  group by project_id, hour_at order by hour_at, project_id`

/** One hour in 1,200 holds an interruption of one to ten minutes. */
const fillChanges = (tx: Transaction) => tx`
  insert into state_change (project_id, received_at, observed_at, state, incremental, interrupted_since)
  select project_id, at, at, state, true, case when state = 'failed' then at end from (
    select id as project_id, now() - interval '60 days' as at, 'running' as state from project
    union all
    select project_id, at, state from drawn
    cross join lateral (select hour_at + make_interval(secs => seed % 1800) as since) as failing
    cross join lateral (values
      (since, 'failed'), (since + make_interval(secs => 60 + seed / 1200 % 540), 'running')
    ) as turns (at, state)
    where seed % 1200 = 0
  ) as changes order by at`

/** What has come since the last closed hour, which nobody has rolled up. */
const fillRecent = (tx: Transaction) => tx`
  insert into signal (project_id, origin, observed_at, received_at, latency_ms, late)
  select p.id, 'pushed', at, at, 1000 + abs(hashtext(p.external_key || at)) % 4000, false
  from generate_series(date_trunc('hour', now(), 'UTC'), now(), interval '10 s') as at
  cross join project p order by at`

/**
 * A history of projects that report every ten seconds, as the worker would have rolled it up. One
 * hour in eighty, nine in a month for each project, holds a breach of up to nine minutes.
 */
export async function fillHistory(db: Database, days: number): Promise<void> {
  await db.sql`
    update project_state set state = 'running', incremental = true, latency_ms = 2000,
      latency_observed_at = now(), last_signal_at = now(), usual_interval_ms = 10000,
      caught_up_at = now() - interval '60 days', pushed_watermark = now()`
  await db.sql`update history_progress set rolled_until = date_trunc('hour', now(), 'UTC')`
  await db.sql`
    select prepare_history_partitions(day) from generate_series(
      date_trunc('day', now(), 'UTC') - make_interval(days => ${days}::int), now(), interval '1 day') as day`
  await db.sql.begin(async (tx) => {
    await drawHours(tx, days)
    await fillHours(tx)
    await fillMinutes(tx)
    await fillChanges(tx)
    await fillRecent(tx)
  })
  const tables = ['history_hour', 'history_minute', 'state_change', 'signal', 'project_state']
  for (const table of tables) await db.sql`vacuum analyze ${db.sql(table)}`
}
