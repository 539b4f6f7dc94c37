import postgres from 'postgres'
import type { quietSignal } from '../stack/quiet-signal.ts'

type Row = ReturnType<typeof quietSignal>

export interface BareTable {
  readonly upsert: (rows: readonly Row[]) => Promise<unknown>
  readonly close: () => Promise<void>
}

/**
 * The machine's limit: the newest signal of each project and nothing else, in one table without
 * rules, history or answers, upserted by one statement per batch and as durably as the product.
 */
export async function createBareTable(
  url: string,
  projects: readonly string[],
): Promise<BareTable> {
  const sql = postgres(url, { max: 2, onnotice: () => undefined })
  await sql`
    create table bare_signal (
      project_id uuid primary key, observed_at timestamptz(3) not null,
      received_at timestamptz(3) not null, latency_ms bigint not null
    ) with (fillfactor = 50)`
  await sql`
    insert into bare_signal select id, now(), now(), 0 from unnest(${[...projects]}::uuid[]) as t (id)`
  await sql`vacuum analyze bare_signal`
  return {
    upsert: (rows) => sql`
      insert into bare_signal (project_id, observed_at, received_at, latency_ms)
      select id, observed_at, now(), latency_ms
      from unnest(
        ${rows.map((row) => row.project)}::uuid[],
        ${rows.map((row) => row.observedAt)}::timestamptz[],
        ${rows.map((row) => Math.round(row.latencySeconds * 1_000))}::bigint[]
      ) as t (id, observed_at, latency_ms)
      on conflict (project_id) do update set observed_at = excluded.observed_at,
        received_at = excluded.received_at, latency_ms = excluded.latency_ms`,
    close: () => sql.end(),
  }
}
