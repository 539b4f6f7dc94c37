import { sql } from 'drizzle-orm'
import type { Database, Sql, Transaction, TransactionSql } from './connect.ts'

/** What a notice says has changed. It names things and carries no data: whoever hears it reads again. */
export type Topic =
  | `alert:${string}`
  | `project:${string}`
  | 'alerts'
  | 'projects'
  | 'policy'
  | 'parameters'
  | 'channels'
  | 'sources'
  | 'hosts'
  | 'subscriptions'
  | 'people'
  /** Also for workers: a silence has changed, or its end has to be settled. */
  | 'silences'
  | 'deliveries'
  | 'audit'
  | 'sessions'
  | 'tokens'
  /** For workers: projects or notifications have become due. */
  | 'evaluate'
  | 'deliver'
  | 'collect'

const channelName = 'highwater'
/** PostgreSQL takes at most 8000 bytes in one notice. */
const topicsPerNotice = 100

function payloads(topics: readonly Topic[]): string[] {
  const unique = [...new Set(topics)]
  const notices: string[] = []
  for (let start = 0; start < unique.length; start += topicsPerNotice) {
    notices.push(unique.slice(start, start + topicsPerNotice).join(' '))
  }
  return notices
}

/** Tells every listening process at commit, on one journey, and nobody if the transaction fails. */
export async function publish(tx: Transaction, topics: readonly Topic[]): Promise<void> {
  if (topics.length === 0) return
  const all = sql.param(payloads(topics))
  await tx.execute(
    sql`select pg_notify(${channelName}, payload) from unnest(${all}::text[]) as payload`,
  )
}

/** The same for the set-based statements. */
export async function publishFrom(
  tx: TransactionSql | Sql,
  topics: readonly Topic[],
): Promise<void> {
  if (topics.length === 0) return
  await tx`
    select pg_notify(${channelName}, payload) from unnest(${payloads(topics)}::text[]) as payload`
}

/**
 * Hears the notices of all processes over one connection of its own. `onConnect` is called at the
 * start and after every lost connection: notices sent in between are gone, so read everything again.
 */
export async function listen(
  db: Database,
  onTopics: (topics: readonly Topic[]) => void,
  onConnect: () => void,
): Promise<() => Promise<void>> {
  const { unlisten } = await db.sql.listen(
    channelName,
    (payload) => onTopics(payload.split(' ') as Topic[]),
    onConnect,
  )
  return unlisten
}
