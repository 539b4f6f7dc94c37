import { is } from 'drizzle-orm'
import { PostgresJsSession } from 'drizzle-orm/postgres-js'
import type { Transaction, TransactionSql } from '../client/connect.ts'

/** Not by `instanceof`: a bundler may hold the library twice, and its own test knows both copies. */
const runsOnPostgresJs = (session: unknown): session is { readonly client: TransactionSql } =>
  is(session, PostgresJsSession)

/** The same transaction for the set-based statements that commands share with the queue. */
export function sqlOf(tx: Transaction): TransactionSql {
  const session: unknown = tx._.session
  if (runsOnPostgresJs(session)) return session.client
  throw new Error('This transaction does not run on postgres.js.')
}
