import type { Database } from '../client/index.ts'

/** What reads touch, by PostgreSQL's own count. */
export interface RowsRead {
  /** Rows of scans of a whole table. */
  readonly sequential: number
  /** Entries of indexes and the rows fetched through them. */
  readonly indexed: number
}

/**
 * How much of some tables a read touches. The database must have a single connection: what others
 * read would be counted too.
 */
export async function rowsRead(
  db: Database,
  tables: readonly string[],
  read: () => Promise<unknown>,
): Promise<RowsRead> {
  const before = await total(db, tables)
  await read()
  const after = await total(db, tables)
  return {
    sequential: after.sequential - before.sequential,
    indexed: after.indexed - before.indexed,
  }
}

async function total(db: Database, tables: readonly string[]): Promise<RowsRead> {
  await db.sql`select pg_stat_force_next_flush()`
  const [row] = await db.sql<RowsRead[]>`
    select
      (select sum(seq_tup_read) from pg_stat_user_tables
        where relname = any(${tables as string[]}::text[]))::float8 as sequential,
      ((select sum(coalesce(idx_tup_fetch, 0)) from pg_stat_user_tables
        where relname = any(${tables as string[]}::text[]))
      + (select sum(idx_tup_read) from pg_stat_user_indexes
        where relname = any(${tables as string[]}::text[])))::float8 as indexed`
  if (row === undefined) throw new Error('An aggregate gave no row.')
  return row
}
