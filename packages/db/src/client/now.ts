import type { Instant } from '@highwater/core'
import { sql } from 'drizzle-orm'
import type { Sql, Transaction, TransactionSql } from './connect.ts'

/**
 * The transaction's time by the database's clock, the only clock there is (A9). Left unqualified on
 * purpose: a test database puts a `now()` of its own first in the search path to move time.
 */
export async function readNow(tx: Transaction): Promise<Instant> {
  const [row] = await tx.execute<{ now: Instant }>(sql`select now() as now`)
  if (!row) throw new Error('select now() gave no row')
  return row.now
}

export async function readNowFrom(tx: TransactionSql | Sql): Promise<Instant> {
  const [row] = await tx<{ now: Instant }[]>`select now() as now`
  if (!row) throw new Error('select now() gave no row')
  return row.now
}
