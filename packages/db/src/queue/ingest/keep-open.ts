import { seconds } from '@highwater/core'
import type { Database, Sql, TransactionSql } from '../../client/connect.ts'
import type { SignalOrigin } from './fold.ts'

/** How often each process that takes signals in says so, and after how long one counts as gone. */
export const openBeat = seconds(5)
const shutAfter = seconds(30)

const isShut = (sql: TransactionSql | Sql) =>
  sql`ingestion.seen_at < now() - ${`${shutAfter} milliseconds`}::interval`

/** Says that signals of this origin can be received; after a break, that they can be again. */
export async function keepOpen(db: Database, origin: SignalOrigin): Promise<void> {
  const { sql } = db
  await sql`
    insert into ingestion (origin, since, seen_at) values (${origin}, now(), now())
    on conflict (origin) do update set seen_at = excluded.seen_at,
      since = case when ${isShut(sql)} then excluded.since else ingestion.since end`
}

/** Since when a joined way in is open; while it is shut, since this moment at the earliest. */
export const openSince = (sql: TransactionSql) =>
  sql`case when ${isShut(sql)} then now() else ingestion.since end`
