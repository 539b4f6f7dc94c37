import type { Database } from '../client/index.ts'

/**
 * How many rows and index entries of some tables a read touches, by PostgreSQL's own count. The
 * database must have a single connection: what others read would be counted too.
 */
export async function rowsRead(
  db: Database,
  tables: readonly string[],
  read: () => Promise<unknown>,
): Promise<number> {
  const before = await total(db, tables)
  await read()
  return (await total(db, tables)) - before
}

async function total(db: Database, tables: readonly string[]): Promise<number> {
  await db.sql`select pg_stat_force_next_flush()`
  const [row] = await db.sql<{ touched: number }[]>`
    select (
      (select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_user_tables
        where relname = any(${tables as string[]}::text[]))
      + (select sum(idx_tup_read) from pg_stat_user_indexes
        where relname = any(${tables as string[]}::text[]))
    )::float8 as touched`
  return row?.touched ?? 0
}
