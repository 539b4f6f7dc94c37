import { sql } from 'drizzle-orm'
import journal from '../../../migrations/meta/_journal.json' with { type: 'json' }
import type { Reader } from '../reader.ts'

export interface MigrationFigures {
  readonly applied: number
  /** How many this version of the program comes with. */
  readonly known: number
  /** The database is at this version or, during a rolling upgrade, at a newer one. */
  readonly isCurrent: boolean
}

/** How far the database has been brought; a database without any migration counts none. */
export async function readMigrations(db: Reader): Promise<MigrationFigures> {
  const known = journal.entries.length
  const [table] = await db.execute<{ found: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as found`,
  )
  if (table?.found !== true) return { applied: 0, known, isCurrent: false }
  const [row] = await db.execute<{ applied: number; newest: number | null }>(sql`
    select count(*)::int as applied, max(created_at)::float8 as newest
    from drizzle.__drizzle_migrations`)
  const wanted = journal.entries.at(-1)?.when ?? 0
  return { applied: row?.applied ?? 0, known, isCurrent: (row?.newest ?? 0) >= wanted }
}
