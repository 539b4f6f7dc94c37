import type { Database } from '@highwater/db/client'

/** Projects as a large installation has them: departments, owners, levels, tags, some alerting. */
export async function fillVariedProjects(db: Database, count: number): Promise<void> {
  await db.sql`
    insert into department (id, name, created_at)
    select gen_random_uuid(), 'department ' || n, now() from generate_series(1, 40) as n`
  await db.sql`
    insert into account (id, email, display_name, role, created_at)
    select gen_random_uuid(), 'p' || n || '@example.com', 'Person ' || n, 'user', now()
    from generate_series(1, 200) as n`
  await db.sql`
    with homes as (select array_agg(id) as ids from department where not is_default),
      owners as (select array_agg(id) as ids from account)
    insert into project (id, name, kind, external_key, department_id, owner_id, level, tags,
      source_type, target_type, ping_token, created_at)
    select gen_random_uuid(),
      (array['orders', 'crm', 'payments', '订单', '库存'])[1 + n % 5] || '-' || md5(n::text),
      case when n % 3 = 0 then 'migration' else 'synchronization' end, 'key-' || n,
      homes.ids[1 + n % 40], owners.ids[1 + n % 200],
      (array['high', 'medium', 'low', 'low', 'low', 'none'])[1 + n % 6], array['tag' || n % 50],
      'Oracle', 'OceanBase', 'ping-' || n, now() - n * interval '1 minute'
    from generate_series(1, ${count}::int) as n cross join homes cross join owners`
  await db.sql`
    insert into project_state (project_id, state, incremental, latency_ms, latency_observed_at,
      caught_up_at, last_signal_at, usual_interval_ms, open_alerts)
    select id, case n % 200 when 0 then 'failed' when 1 then 'paused' else 'running' end, true,
      n % 5000, now(), now(), now(), 10000, case when n % 199 = 0 then 1 else 0 end
    from (select id, row_number() over () as n from project) as numbered`
  for (const table of ['project', 'project_state', 'project_tag', 'department', 'account']) {
    await db.sql`vacuum analyze ${db.sql(table)}`
  }
}

/**
 * Every project that may alert does. What the statistics know of alerts is wrong at that moment; only
 * the dead rows are swept, or a vacuum in the background would be measured too.
 */
export async function alertEverywhere(db: Database): Promise<void> {
  await db.sql`
    update project_state s set open_alerts = 1 from project p
    where p.id = s.project_id and p.level <> 'none' and s.open_alerts = 0`
  await db.sql`vacuum project_state`
}
