import type { Database } from '@highwater/db/client'

/**
 * Quiet projects of which none is due for an hour, from number `from` + 1 up to `to`. Indexes and
 * triggers that serve only lists go first: the cycle finds a project by its id, and filling is faster.
 */
export async function fillQuietProjects(db: Database, from: number, to: number): Promise<void> {
  const unneeded = await db.sql<{ name: string }[]>`
    select indexrelid::regclass::text as name from pg_index
    where indrelid = 'project'::regclass and not indisprimary
      and not exists (select from pg_constraint where conindid = indexrelid)`
  for (const { name } of unneeded) await db.sql.unsafe(`drop index ${name}`)
  await db.sql`alter table project disable trigger project_insert_notes_search_start`
  await db.sql`
    with made as (
      insert into project (id, name, kind, external_key, department_id, level, ping_token, created_at)
      select gen_random_uuid(), 'project-' || n, 'synchronization', 'key-' || n, d.id, 'high',
        'ping-' || n, now()
      from generate_series(${from}::int + 1, ${to}::int) as n
      cross join (select id from department where is_default) as d
      returning id
    )
    insert into project_state (project_id, state, incremental, latency_ms, latency_observed_at,
      caught_up_at, last_signal_at, usual_interval_ms, pushed_watermark, due_at)
    select id, 'running', true, 1000, now(), now(), now(), 3600000, now(),
      now() + interval '1 hour' * (1 + random())
    from made`
  await db.sql`vacuum analyze project_state`
  await db.sql`analyze project`
}
