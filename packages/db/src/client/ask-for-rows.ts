import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Database } from './connect.ts'

const dialect = new PgDialect({ casing: 'snake_case' })

/** A plan takes about 200 kB in each connection that keeps it: not every mixture of filters is worth it. */
const keptPlans = 64
const keptFor = new WeakMap<Database, Set<string>>()

function keepsPlan(db: Database, text: string): boolean {
  const kept = keptFor.get(db) ?? new Set()
  if (kept.size < keptPlans) keptFor.set(db, kept.add(text))
  return kept.has(text)
}

/**
 * The rows of a question that people ask again and again. Its connection keeps the plan, as planning
 * takes as long as answering: what decides on the plan must stand in the statement. They come as one
 * JSON text, which takes half the work of reading a thousand columns.
 * @param instants the columns of the rows that are a timestamptz
 */
export async function askForRows<Row extends object>(
  db: Database,
  question: SQL,
  instants: readonly (keyof Row & string)[],
): Promise<Row[]> {
  const { sql: text, params } = dialect.sqlToQuery(
    sql`select json_agg(asked)::text as rows from (${question}) as asked`,
  )
  // Left to itself, the driver prepares nothing that has no parameters.
  const options = { prepare: keepsPlan(db, text), simple: false }
  const asked = db.sql.unsafe<{ rows: string | null }[]>(text, params as string[], options)
  const [answer] = await asked
  const rows: Record<string, unknown>[] = JSON.parse(answer?.rows ?? '[]')
  for (const row of rows) {
    for (const name of instants) {
      const at = row[name]
      if (typeof at === 'string') row[name] = Date.parse(at)
    }
  }
  return rows as Row[]
}
