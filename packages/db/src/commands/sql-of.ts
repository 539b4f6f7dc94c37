import { PostgresJsSession } from 'drizzle-orm/postgres-js'
import type { Transaction, TransactionSql } from '../client/connect.ts'

/** The same transaction for the set-based statements that commands share with the queue. */
export function sqlOf(tx: Transaction): TransactionSql {
  const { session } = tx._
  if (session instanceof PostgresJsSession) return session.client
  throw new Error('This transaction does not run on postgres.js.')
}
